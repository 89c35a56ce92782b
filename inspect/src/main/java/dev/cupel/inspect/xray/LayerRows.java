package dev.cupel.inspect.xray;

import dev.cupel.image.manifest.Layer;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.history.Certainty;
import dev.cupel.inspect.history.ReverseDockerfile;
import dev.cupel.inspect.history.Step;
import dev.cupel.inspect.layers.Change;
import dev.cupel.inspect.layers.LayerStory;
import dev.cupel.inspect.waste.Waste.WastedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The rows about layers.
record LayerRows(OpenedImage opened, LayerStory story, ReverseDockerfile dockerfile) {
    private static final int LARGEST = 10;

    List<XrayReport.LayerRow> rows() {
        List<XrayReport.LayerRow> rows = new ArrayList<>();
        for (int i = 0; i < opened.layers().size(); i++) {
            rows.add(row(i));
        }
        return rows;
    }

    private XrayReport.LayerRow row(int index) {
        Layer layer = opened.image().layers().get(index);
        Optional<Step> step = dockerfile.stepOf(index);
        List<Change> changes = story.changes().get(index);
        return new XrayReport.LayerRow(
                index,
                layer.blob().digest().toString(),
                layer.diffId().toString(),
                step.map(Step::text).orElse("# no history"),
                step.map(Step::certainty).orElse(Certainty.UNKNOWN),
                step.map(Step::created).orElse(""),
                dockerfile.isBase(index),
                opened.layers().get(index).index().entries().stream().mapToLong(entry -> entry.sizeBytes()).sum(),
                layer.blob().sizeBytes(),
                count(changes, Change.Kind.ADDED),
                count(changes, Change.Kind.CHANGED),
                count(changes, Change.Kind.REMOVED),
                story.losses().stream().filter(loss -> loss.layer() == index).mapToLong(loss -> loss.entry().sizeBytes()).sum(),
                largest(changes));
    }

    private static int count(List<Change> changes, Change.Kind kind) {
        return (int) changes.stream().filter(one -> one.kind() == kind).count();
    }

    private static List<WastedFile> largest(List<Change> changes) {
        return changes.stream()
                .filter(one -> one.kind() != Change.Kind.REMOVED && one.sizeBytes() > 0)
                .sorted(Comparator.comparingLong(Change::sizeBytes).reversed().thenComparing(Change::path))
                .limit(LARGEST)
                .map(one -> new WastedFile(one.path().text(), one.sizeBytes()))
                .toList();
    }
}
