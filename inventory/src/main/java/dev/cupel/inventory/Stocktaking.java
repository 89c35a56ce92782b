package dev.cupel.inventory;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.ImagePath;
import dev.cupel.image.Platform;
import dev.cupel.image.Quoted;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.store.Memo;
import dev.cupel.inventory.sbom.BillReader;
import dev.cupel.inventory.sbom.MalformedBill;
import dev.cupel.inventory.sbom.ReadBill;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// From what a person named to what is in it, whether it is an image or a bill of materials.
///
/// @param platform of several images
public record Stocktaking(Images images, Memo memo, Platform platform) {
    /// Looks at the image, or reads the bill. What a person must act on is a [CupelException].
    public ReadBill of(InventorySource source) throws IOException {
        return switch (source) {
            case InventorySource.OfBill(var file) -> read(file);
            case InventorySource.OfImage(var reference) -> images.look(reference, platform, found -> {
                Image image = found.image();
                return new ReadBill(reference.toString(), Optional.of(image.manifest().digest()), image.config().created(), new Inventories(memo).of(found));
            });
        };
    }

    private static ReadBill read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw refused(file, "it is a directory");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] document = in.readNBytes(BillReader.MOST_BYTES + 1);
            if (document.length > BillReader.MOST_BYTES) {
                throw refused(file, "it has more than %d bytes".formatted(BillReader.MOST_BYTES));
            }
            String called = Optional.ofNullable(file.getFileName()).orElse(file).toString();
            return BillReader.alone(ImagePath.of(called)).read(document);
        } catch (MalformedBill e) {
            throw refused(file, String.valueOf(e.getMessage()));
        }
    }

    private static CupelException refused(Path file, String why) {
        return new CupelException(
                Fault.INPUT,
                "Cannot read " + Quoted.of(file.toString()) + " as a bill of materials: " + why + ".",
                "Name a file of CycloneDX JSON, SPDX 2 JSON or syft JSON.");
    }
}
