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
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.sbom.ReadBill;
import dev.cupel.slim.report.ReportArchive;
import dev.cupel.slim.report.RunTimeUse;
import dev.cupel.vulnerability.finding.Exposure;
import dev.cupel.vulnerability.scan.Scan;
import dev.cupel.vulnerability.scan.ScanReport;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// What is scanned: what is in it, and what is known of it besides.
record ScanSubject(Inventory inventory, Scan.Circumstances circumstances) {
    static ScanSubject of(InventorySource source, Images images, Memo memo, ReportArchive reports, Platform platform) throws IOException {
        return switch (source) {
            case InventorySource.OfImage(var reference) -> images.look(reference, platform, found -> of(reference.toString(), found, memo, reports));
            case InventorySource.OfBill bill -> {
                ReadBill read = new Stocktaking(images, memo, platform).of(bill);
                String digest = read.digest().map(Object::toString).orElse("");
                yield new ScanSubject(read.inventory(), Scan.Circumstances.of(new ScanReport.Subject(bill.toString(), read.name(), digest)));
            }
        };
    }

    private static ScanSubject of(String reference, FoundImage found, Memo memo, ReportArchive reports) throws IOException {
        String digest = found.image().manifest().digest().toString();
        Optional<RunTimeUse> use = reports.use(found.image().configBlob().digest());
        Function<Component, Exposure> exposure = component -> use.map(it -> exposure(component, it)).orElse(Exposure.UNKNOWN);
        return new ScanSubject(
                new Inventories(memo).of(found),
                new Scan.Circumstances(new ScanReport.Subject(reference, reference, digest), baseLayers(found.image().config()), exposure));
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
