package dev.cupel.cli;

import dev.cupel.image.layer.OpenedLayer;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.diff.Side;
import dev.cupel.inspect.layers.LayerStory;
import dev.cupel.inspect.xray.ContentsOf;
import dev.cupel.inspect.xray.Xray;
import dev.cupel.inspect.xray.XrayReport;
import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.catalog.Inventory;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// An image that is looked at, and what its layers do.
record InspectedImage(OpenedImage opened, LayerStory story) {
    static InspectedImage of(OpenedImage opened) {
        return new InspectedImage(opened, LayerStory.of(opened.layers().stream().map(OpenedLayer::index).toList()));
    }

    /// `withContents` costs a look into the files of all packages.
    XrayReport report(String reference, boolean withContents) throws IOException {
        return told(reference, withContents ? Optional.of(Catalogue.of(opened)) : Optional.empty());
    }

    /// As one side of a comparison.
    Side side(String reference) throws IOException {
        Inventory inventory = Catalogue.of(opened);
        return new Side(opened, inventory, told(reference, Optional.of(inventory)));
    }

    private XrayReport told(String reference, Optional<Inventory> inventory) {
        Optional<XrayReport.Contents> contents = inventory.map(one -> new ContentsOf(one, opened.root(), Instant.now()).contents());
        return new Xray(new Version().getVersion()[0], reference).report(opened, story, contents);
    }
}
