package dev.cupel.cli;

import dev.cupel.image.ImagePath;
import dev.cupel.image.exchange.ResolvedImage;
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
            description = "Keep what this recording of production used, too. *")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--recorded-as",
            paramLabel = "NAME|DIGEST",
            description = "What the recordings call the image. *")
    private List<String> names = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /// Empty if none is named.
    List<Recording> read(ResolvedImage resolved, ImageReference asked, RunPlan plan, Timeline timeline)
            throws IOException, InterruptedException {
        RecordedImage image = image(resolved, asked);
        Stream<ImagePath> volumes = resolved.image().config().volumes().stream().map(ImagePath::of);
        Stream<ImagePath> mounts = Stream.concat(plan.binds().stream().map(Bind::target), plan.tmpfs().stream().map(Tmpfs::target));
        Elsewhere elsewhere = new Elsewhere(Stream.concat(volumes, mounts).toList());
        List<Recording> recordings = new ArrayList<>();
        for (Path file : files) {
            recordings.add(timeline.reading("the recording " + file, () -> new RecordingFile(file).read(image, elsewhere)));
        }
        return recordings;
    }

    private RecordedImage image(ResolvedImage resolved, ImageReference asked) {
        RecordedImage image = RecordedImage.of(resolved.image());
        List<ImageName> known = Stream.of(asked, resolved.origin()).flatMap(one -> one.named().stream()).toList();
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
