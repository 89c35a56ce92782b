package dev.cupel.cli;

import dev.cupel.image.Digest;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.source.FoundImage;
import dev.cupel.image.store.Memo;
import dev.cupel.inspect.diff.Side;
import dev.cupel.inspect.layers.LayerStory;
import dev.cupel.inspect.xray.ContentsOf;
import dev.cupel.inspect.xray.Xray;
import dev.cupel.inspect.xray.XrayReport;
import dev.cupel.inventory.Inventories;
import dev.cupel.inventory.catalog.Inventory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// An image that is looked at. What was found out about it before is not found out again. For use by one thread.
final class InspectedImage {
    private final FoundImage found;
    private final Memo memo;
    private Optional<LayerStory> story = Optional.empty();

    InspectedImage(FoundImage found, Memo memo) {
        this.found = found;
        this.memo = memo;
    }

    OpenedImage opened() throws IOException {
        return found.open();
    }

    /// What its layers do.
    LayerStory story() throws IOException {
        if (story.isEmpty()) {
            story = Optional.of(LayerStory.of(opened().layers()));
        }
        return story.get();
    }

    Inventory inventory() throws IOException {
        return new Inventories(memo).of(found);
    }

    /// The layers alone; packages and findings cost a look into files.
    XrayReport layers(String reference) throws IOException {
        Digest digest = found.image().manifest().digest();
        Optional<XrayReport> known = memo.recall(XrayReport.class, digest);
        if (known.isEmpty()) {
            XrayReport report = new Xray(new Version().getVersion()[0], "").report(opened(), story(), Optional.empty());
            memo.keep(XrayReport.class, digest, report);
            known = Optional.of(report);
        }
        return known.get().about(reference, Optional.empty());
    }

    /// All of it.
    XrayReport report(String reference) throws IOException {
        return layers(reference).about(reference, Optional.of(contents()));
    }

    /// As one side of a comparison.
    Side side(String reference) throws IOException {
        return new Side(opened(), inventory(), report(reference));
    }

    /// What was found depends on the day: certificates expire.
    private XrayReport.Contents contents() throws IOException {
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        Digest subject = Digest.of((found.image().configBlob().digest() + " on " + today).getBytes(StandardCharsets.UTF_8));
        Optional<XrayReport.Contents> known = memo.recall(XrayReport.Contents.class, subject);
        if (known.isEmpty()) {
            XrayReport.Contents contents = new ContentsOf(inventory(), opened().root(), today).contents();
            memo.keep(XrayReport.Contents.class, subject, contents);
            return contents;
        }
        return known.get();
    }
}
