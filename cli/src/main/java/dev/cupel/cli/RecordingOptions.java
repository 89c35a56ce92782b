package dev.cupel.cli;

import dev.cupel.image.ImagePath;
import dev.cupel.image.exchange.ResolvedImage;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.reference.MalformedReference;
import dev.cupel.observe.observation.Elsewhere;
import dev.cupel.observe.recording.RecordedImage;
import dev.cupel.observe.recording.Recording;
import dev.cupel.observe.recording.RecordingFile;
import dev.cupel.observe.run.Bind;
import dev.cupel.observe.run.RunPlan;
import dev.cupel.observe.run.Tmpfs;
import dev.cupel.slim.slimming.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What containers of the image were recorded to do where they ran for real.
final class RecordingOptions {
    @Option(
            names = "--recording",
            paramLabel = "FILE",
            description = "A recording of production: what it used counts as used, too. *")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--recorded-as",
            paramLabel = "NAME|DIGEST",
            description = "What the recordings call the image. *")
    private List<String> names = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean areGiven() {
        return !files.isEmpty();
    }

    /// Empty if none is named.
    List<Recording> read(ResolvedImage resolved, ImageReference asked, RunPlan plan, Timeline timeline)
            throws IOException, InterruptedException {
        RecordedImage image = image(resolved.image(), Stream.of(asked, resolved.origin()));
        Stream<ImagePath> mounts = Stream.concat(plan.binds().stream().map(Bind::target), plan.tmpfs().stream().map(Tmpfs::target));
        Elsewhere elsewhere = elsewhere(resolved.image(), mounts);
        List<Recording> recordings = new ArrayList<>();
        for (Path file : files) {
            recordings.add(timeline.reading("the recording " + file, () -> new RecordingFile(file).read(image, elsewhere)));
        }
        return recordings;
    }

    /// Of an image that is not run here. Empty if none is named.
    List<Recording> read(Image looked, ImageReference asked) throws IOException {
        RecordedImage image = image(looked, Stream.of(asked));
        Elsewhere elsewhere = elsewhere(looked, Stream.of());
        List<Recording> recordings = new ArrayList<>();
        for (Path file : files) {
            recordings.add(new RecordingFile(file).read(image, elsewhere));
        }
        return recordings;
    }

    private static Elsewhere elsewhere(Image image, Stream<ImagePath> mounts) {
        return new Elsewhere(Stream.concat(image.config().volumes().stream().map(ImagePath::of), mounts).toList());
    }

    private RecordedImage image(Image found, Stream<ImageReference> references) {
        RecordedImage image = RecordedImage.of(found);
        List<ImageName> known = references.flatMap(one -> one.named().stream()).toList();
        for (ImageName name : known) {
            image = image.named(name);
        }
        for (String name : names) {
            try {
                image = image.recordedAs(name);
            } catch (MalformedReference | IllegalArgumentException e) {
                throw new ParameterException(command.commandLine(), "--recorded-as: " + e.getMessage(), e);
            }
        }
        return image;
    }
}
