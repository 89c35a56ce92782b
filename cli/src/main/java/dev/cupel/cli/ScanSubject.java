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
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.sbom.ReadBill;
import dev.cupel.slim.report.ReportArchive;
import dev.cupel.slim.report.RunTimeUse;
import dev.cupel.vulnerability.finding.Exposure;
import dev.cupel.vulnerability.scan.Scan;
import dev.cupel.vulnerability.scan.ScanReport;
import dev.cupel.vulnerability.watch.WatchedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What is scanned: what is in it, what is known of it besides, and what it is called.
record ScanSubject(Inventory inventory, Scan.Circumstances circumstances, WatchedImage.Name name) {
    static ScanSubject of(InventorySource source, Images images, Memo memo, ReportArchive reports, Platform platform) throws IOException {
        return switch (source) {
            case InventorySource.OfImage(var reference) -> images.look(reference, platform, found -> of(reference, found, memo, reports));
            case InventorySource.OfBill bill -> {
                ReadBill read = new Stocktaking(images, memo, platform).of(bill);
                String digest = read.digest().map(Object::toString).orElse("");
                yield new ScanSubject(
                        read.inventory(),
                        Scan.Circumstances.of(new ScanReport.Subject(bill.toString(), read.name(), digest)),
                        new WatchedImage.Name(bill.toString(), bill.toString(), digest, Collections.emptySortedMap()));
            }
        };
    }

    private static ScanSubject of(ImageReference image, FoundImage found, Memo memo, ReportArchive reports) throws IOException {
        String reference = image.toString();
        String digest = found.image().manifest().digest().toString();
        Optional<RunTimeUse> use = reports.use(found.image().configBlob().digest());
        Function<Component, Exposure> exposure = component -> use.map(it -> exposure(component, it)).orElse(Exposure.UNKNOWN);
        return new ScanSubject(
                new Inventories(memo).of(found),
                new Scan.Circumstances(new ScanReport.Subject(reference, reference, digest), baseLayers(found.image().config()), exposure),
                new WatchedImage.Name(
                        image.named().map(ImageName::familiar).orElse(reference),
                        image.named().map(ImageName::familiarRepository).orElse(reference),
                        digest,
                        found.image().config().labels()));
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

    /// Where a component's files are not known, only the file that tells of it can have been used.
    private static Exposure exposure(Component component, RunTimeUse use) {
        boolean used = use.used().contains(component.evidence().file().text())
                || component.files().present().stream().anyMatch(file -> use.used().contains(file.text()));
        if (used) {
            return new Exposure(Exposure.Use.LOADED, use.ports(), use.source());
        }
        boolean known = !component.files().present().isEmpty() || component.digest().isPresent();
        return new Exposure(known ? Exposure.Use.NEVER_LOADED : Exposure.Use.UNKNOWN, use.ports(), use.source());
    }

    private static int baseLayers(ImageConfig config) {
        ReverseDockerfile history = ReverseDockerfile.of(config);
        return (int) history.steps().stream().limit(history.base().steps()).filter(step -> step.layer().isPresent()).count();
    }
}
