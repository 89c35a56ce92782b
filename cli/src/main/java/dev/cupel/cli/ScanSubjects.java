package dev.cupel.cli;

import dev.cupel.image.CupelException;
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
import dev.cupel.inventory.LinkedPrograms;
import dev.cupel.inventory.Stocktaking;
import dev.cupel.inventory.sbom.ReadBill;
import dev.cupel.vulnerability.scan.Scan;
import dev.cupel.vulnerability.scan.ScanReport;
import dev.cupel.vulnerability.watch.WatchedImage;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Finds what is to be scanned.
///
/// @param usage tells how images were used
/// @param platform of several images
record ScanSubjects(Images images, Memo memo, Usage usage, Platform platform) {
    /// Tells how an image was used.
    @FunctionalInterface
    interface Usage {
        KnownUse of(FoundImage found, ImageReference asked) throws IOException;
    }

    /// What is done with a subject.
    @FunctionalInterface
    interface Use<T> {
        T of(ScanSubject subject) throws IOException;
    }

    /// Looks at the image, or reads the bill. The subject's programs can be looked into only until `use` returns.
    <T> T look(InventorySource source, Use<T> use) throws IOException {
        return switch (source) {
            case InventorySource.OfImage(var reference) -> images.look(reference, platform, found -> Outcome.of(of(reference, found), use)).get();
            case InventorySource.OfBill bill -> use.of(of(bill));
        };
    }

    /// What came of the use. That it failed says nothing about the image: whoever looks for that must not explain it.
    private record Outcome<T>(Optional<T> made, Optional<CupelException> refusal) {
        static <T> Outcome<T> of(ScanSubject subject, Use<T> use) throws IOException {
            try {
                return new Outcome<>(Optional.of(use.of(subject)), Optional.empty());
            } catch (CupelException e) {
                return new Outcome<>(Optional.empty(), Optional.of(e));
            }
        }

        T get() {
            return made.orElseThrow(refusal::orElseThrow);
        }
    }

    private ScanSubject of(InventorySource.OfBill bill) throws IOException {
        ReadBill read = new Stocktaking(images, memo, platform).of(bill);
        String digest = read.digest().map(Object::toString).orElse("");
        return new ScanSubject(
                read.inventory(),
                Scan.Circumstances.of(new ScanReport.Subject(bill.toString(), read.name(), digest)),
                new WatchedImage.Name(bill.toString(), bill.toString(), digest, Collections.emptySortedMap()),
                List.of());
    }

    private ScanSubject of(ImageReference image, FoundImage found) throws IOException {
        String reference = image.toString();
        String digest = found.image().manifest().digest().toString();
        KnownUse use = usage.of(found, image);
        LinkedPrograms programs = new LinkedPrograms(memo, found);
        return new ScanSubject(
                new Inventories(memo).of(found),
                new Scan.Circumstances(
                        new ScanReport.Subject(reference, reference, digest), baseLayers(found.image().config()), use::of, component -> programs.in(component.evidence().file())),
                new WatchedImage.Name(
                        image.named().map(ImageName::familiar).orElse(reference),
                        image.named().map(ImageName::familiarRepository).orElse(reference),
                        digest,
                        found.image().config().labels()),
                use.warnings());
    }

    private static int baseLayers(ImageConfig config) {
        ReverseDockerfile history = ReverseDockerfile.of(config);
        return (int) history.steps().stream().limit(history.base().steps()).filter(step -> step.layer().isPresent()).count();
    }
}
