package dev.cupel.cli;

import dev.cupel.image.Platform;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.source.FoundImage;
import dev.cupel.image.store.Memo;
import dev.cupel.inspect.history.ReverseDockerfile;
import dev.cupel.inventory.Inventories;
import dev.cupel.inventory.InventorySource;
import dev.cupel.inventory.Stocktaking;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.sbom.ReadBill;
import dev.cupel.vulnerability.scan.Scan;
import dev.cupel.vulnerability.scan.ScanReport;
import dev.cupel.vulnerability.watch.WatchedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is scanned: what is in it, what is known of it besides, and what it is called.
///
/// @param warnings what else must be known of it
record ScanSubject(Inventory inventory, Scan.Circumstances circumstances, WatchedImage.Name name, List<String> warnings) {
    /// Tells how an image was used.
    @FunctionalInterface
    interface Usage {
        KnownUse of(FoundImage found, ImageReference asked) throws IOException;
    }

    static ScanSubject of(InventorySource source, Images images, Memo memo, Usage usage, Platform platform) throws IOException {
        return switch (source) {
            case InventorySource.OfImage(var reference) -> images.look(reference, platform, found -> of(reference, found, memo, usage));
            case InventorySource.OfBill bill -> {
                ReadBill read = new Stocktaking(images, memo, platform).of(bill);
                String digest = read.digest().map(Object::toString).orElse("");
                yield new ScanSubject(
                        read.inventory(),
                        Scan.Circumstances.of(new ScanReport.Subject(bill.toString(), read.name(), digest)),
                        new WatchedImage.Name(bill.toString(), bill.toString(), digest, Collections.emptySortedMap()),
                        List.of());
            }
        };
    }

    private static ScanSubject of(ImageReference image, FoundImage found, Memo memo, Usage usage) throws IOException {
        String reference = image.toString();
        String digest = found.image().manifest().digest().toString();
        KnownUse use = usage.of(found, image);
        return new ScanSubject(
                new Inventories(memo).of(found),
                new Scan.Circumstances(new ScanReport.Subject(reference, reference, digest), baseLayers(found.image().config()), use::of),
                new WatchedImage.Name(
                        image.named().map(ImageName::familiar).orElse(reference),
                        image.named().map(ImageName::familiarRepository).orElse(reference),
                        digest,
                        found.image().config().labels()),
                use.warnings());
    }

    /// To be remembered.
    ///
    /// @param labels besides the image's own
    WatchedImage watched(Map<String, String> labels, Instant now) {
        SortedMap<String, String> all = new TreeMap<>(name.labels());
        all.putAll(labels);
        WatchedImage.Name called = new WatchedImage.Name(name.name(), name.line(), name.digest(), all);
        return WatchedImage.of(called, inventory, circumstances.baseLayers(), now);
    }

    private static int baseLayers(ImageConfig config) {
        ReverseDockerfile history = ReverseDockerfile.of(config);
        return (int) history.steps().stream().limit(history.base().steps()).filter(step -> step.layer().isPresent()).count();
    }
}
