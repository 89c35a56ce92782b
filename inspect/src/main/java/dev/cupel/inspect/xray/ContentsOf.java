package dev.cupel.inspect.xray;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inspect.xray.XrayReport.Contents;
import dev.cupel.inspect.xray.XrayReport.PackageRow;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.distribution.Distribution;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What an inventory says, as rows of the report.
///
/// @param now by which certificates expire
public record ContentsOf(Inventory inventory, RootFs root, Instant now) {
    public Contents contents() {
        return new Contents(
                inventory.distribution().map(Distribution::prettyName).orElse(""),
                inventory.systemDatabase(),
                inventory.components().stream().map(this::row).toList(),
                new FindingRows(inventory, now).rows(),
                inventory.unowned().size());
    }

    private PackageRow row(Component one) {
        return new PackageRow(
                one.name(),
                one.version(),
                one.ecosystem().name().toLowerCase(Locale.ROOT),
                one.url().toString(),
                one.licences(),
                one.origin().layer() < 0 ? Optional.empty() : Optional.of(one.origin().layer()),
                one.files().present().stream().mapToLong(this::bytes).sum(),
                one.files().kept(),
                one.files().total(),
                one.evidence().toString());
    }

    private long bytes(ImagePath path) {
        return root.at(path).map(node -> node.entry()).filter(Entry::isFile).map(Entry::sizeBytes).orElse(0L);
    }
}
