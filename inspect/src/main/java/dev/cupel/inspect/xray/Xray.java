package dev.cupel.inspect.xray;

import dev.cupel.image.layer.OpenedLayer;
import dev.cupel.image.manifest.HealthCheck;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.history.ReverseDockerfile;
import dev.cupel.inspect.layers.LayerStory;
import dev.cupel.inspect.waste.DiveScore;
import dev.cupel.inspect.waste.Reclaimable;
import dev.cupel.inventory.secret.SecretMask;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Looks at an opened image.
///
/// @param cupel the version that looks
/// @param reference the image as the person named it
public record Xray(String cupel, String reference) {
    private static final int DIVE_FILES = 100;

    /// The report; `contents` is what an inventory says.
    public XrayReport report(OpenedImage opened, LayerStory story, Optional<XrayReport.Contents> contents) throws IOException {
        Image image = opened.image();
        ReverseDockerfile dockerfile = ReverseDockerfile.of(image.config());
        return new XrayReport(
                XrayReport.SCHEMA_VERSION,
                cupel,
                new XrayReport.Subject(
                        reference,
                        image.manifest().digest().toString(),
                        image.configBlob().digest().toString(),
                        image.config().platform().toString(),
                        image.config().created()),
                new XrayReport.Totals(
                        opened.bytes(),
                        story.visibleBytes(),
                        image.layers().stream().map(Layer::blob).mapToLong(blob -> blob.sizeBytes()).sum(),
                        story.visible().size(),
                        image.layers().size()),
                dive(opened),
                reclaimable(Reclaimable.of(story)),
                config(image.config()),
                base(image, dockerfile),
                new LayerRows(opened, story, dockerfile).rows(),
                dockerfile.text(),
                contents,
                dockerfile.remarks());
    }

    private static XrayReport.DiveRow dive(OpenedImage opened) {
        DiveScore score = DiveScore.of(opened.layers().stream().map(OpenedLayer::index).toList());
        return new XrayReport.DiveRow(
                score.efficiency(),
                score.sizeBytes(),
                score.wastedBytes(),
                Optional.of(score.wastedUserShare()).filter(Double::isFinite),
                score.wasted().stream()
                        .limit(DIVE_FILES)
                        .map(one -> new XrayReport.DiveFile(one.path().text(), one.count(), one.sizeBytes()))
                        .toList());
    }

    private static XrayReport.ReclaimableRow reclaimable(Reclaimable account) {
        return new XrayReport.ReclaimableRow(account.bytes(), account.freeBytes(), account.hiddenBytes(), account.rows());
    }

    private static XrayReport.ConfigRow config(ImageConfig config) {
        return new XrayReport.ConfigRow(
                config.user(),
                masked(config.entrypoint()),
                masked(config.command()),
                config.workingDirectory(),
                config.environment().stream().map(SecretMask::pair).toList(),
                List.copyOf(config.exposedPorts()),
                List.copyOf(config.volumes()),
                config.labels().entrySet().stream().map(label -> SecretMask.pair(label.getKey() + "=" + label.getValue())).toList(),
                config.stopSignal(),
                masked(config.healthCheck().map(HealthCheck::test).orElse(List.of())));
    }

    private static List<String> masked(List<String> words) {
        return words.stream().map(SecretMask::of).toList();
    }

    private static XrayReport.BaseRow base(Image image, ReverseDockerfile dockerfile) {
        int layers = (int) dockerfile.steps().stream().limit(dockerfile.base().steps()).filter(step -> step.layer().isPresent()).count();
        return new XrayReport.BaseRow(
                layers, dockerfile.base().why(), told(image, "org.opencontainers.image.base.name"), told(image, "org.opencontainers.image.base.digest"));
    }

    /// OCI image-spec 1.1, annotations.md; builders without annotations put the same keys into labels.
    private static String told(Image image, String key) {
        String annotation = image.annotations().getOrDefault(key, "");
        return annotation.isEmpty() ? image.config().labels().getOrDefault(key, "") : annotation;
    }
}
