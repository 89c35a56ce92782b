package dev.cupel.inspect.xray;

import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.TestImage;
import dev.cupel.inspect.layers.LayerStory;
import dev.cupel.inventory.Catalogue;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Reports of images that a test makes.
public final class XraySample {
    private XraySample() {}

    public static XrayReport report(TestImage made, boolean withContents) throws IOException, MalformedManifest {
        OpenedImage opened = OpenedImage.of(made.image(), made.store());
        Optional<XrayReport.Contents> contents = withContents
                ? Optional.of(new ContentsOf(Catalogue.of(opened), opened.root(), Instant.parse("2026-01-01T00:00:00Z")).contents())
                : Optional.empty();
        return new Xray("cupel test", "app:1").report(opened, story(opened), contents);
    }

    static LayerStory story(OpenedImage opened) throws IOException {
        return LayerStory.of(opened.layers());
    }
}
