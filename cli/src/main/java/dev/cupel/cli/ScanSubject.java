package dev.cupel.cli;

import dev.cupel.image.Platform;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.source.FoundImage;
import dev.cupel.image.store.Memo;
import dev.cupel.inspect.history.ReverseDockerfile;
import dev.cupel.inventory.Inventories;
import dev.cupel.inventory.InventorySource;
import dev.cupel.inventory.Stocktaking;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.sbom.ReadBill;
import dev.cupel.vulnerability.finding.Exposure;
import dev.cupel.vulnerability.scan.Scan;
import dev.cupel.vulnerability.scan.ScanReport;
import java.io.IOException;

/// What is scanned: what is in it, and what is known of it besides.
record ScanSubject(Inventory inventory, Scan.Circumstances circumstances) {
    static ScanSubject of(InventorySource source, Images images, Memo memo, Platform platform) throws IOException {
        return switch (source) {
            case InventorySource.OfImage(var reference) -> images.look(reference, platform, found -> of(reference.toString(), found, memo));
            case InventorySource.OfBill bill -> {
                ReadBill read = new Stocktaking(images, memo, platform).of(bill);
                String digest = read.digest().map(Object::toString).orElse("");
                yield new ScanSubject(read.inventory(), Scan.Circumstances.of(new ScanReport.Subject(bill.toString(), read.name(), digest)));
            }
        };
    }

    private static ScanSubject of(String reference, FoundImage found, Memo memo) throws IOException {
        String digest = found.image().manifest().digest().toString();
        return new ScanSubject(
                new Inventories(memo).of(found),
                new Scan.Circumstances(new ScanReport.Subject(reference, reference, digest), baseLayers(found.image().config()), _ -> Exposure.UNKNOWN));
    }

    private static int baseLayers(ImageConfig config) {
        ReverseDockerfile history = ReverseDockerfile.of(config);
        return (int) history.steps().stream().limit(history.base().steps()).filter(step -> step.layer().isPresent()).count();
    }
}
