package dev.cupel.observe.recording;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.observe.observation.Elsewhere;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A recording on disk.
public record RecordingFile(Path file) {
    private static final String HOW = "docs/recordings.md tells how to record with each tool, one event a line.";

    /// Everything that it tells of the image. A file that is not there, that holds a line that is no event, or that tells of other
    /// images only, is a [CupelException].
    public Recording read(RecordedImage image, Elsewhere elsewhere) throws IOException {
        Path name = file.getFileName();
        Recording recording = read(name == null ? file.toString() : name.toString(), image, elsewhere);
        if (recording.counts().events() == 0) {
            throw unusable("it holds no events.", HOW);
        }
        if (recording.isOfAnother()) {
            throw unusable(
                    "none of its %d events is of this image; it tells of %s."
                            .formatted(recording.counts().events(), String.join(", ", recording.others())),
                    "If one of these is the image, say so with --recorded-as NAME, or with the digest that the tool recorded.");
        }
        return recording;
    }

    private Recording read(String name, RecordedImage image, Elsewhere elsewhere) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new RecordingReader(RecordingLimits.USUAL).read(name, in, image, elsewhere);
        } catch (NoSuchFileException e) {
            throw new CupelException(Fault.INPUT, "Cannot use the recording " + Quoted.of(file.toString()) + ": there is no such file.", HOW, e);
        } catch (MalformedRecording e) {
            throw new CupelException(
                    Fault.INPUT, "Cannot use the recording " + Quoted.of(file.toString()) + ": " + e.getMessage() + ".", HOW, e);
        }
    }

    private CupelException unusable(String why, String next) {
        return new CupelException(Fault.INPUT, "Cannot use the recording " + Quoted.of(file.toString()) + ": " + why, next);
    }
}
