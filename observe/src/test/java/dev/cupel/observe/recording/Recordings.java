package dev.cupel.observe.recording;

import dev.cupel.image.Digest;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.reference.MalformedReference;
import dev.cupel.observe.observation.Elsewhere;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/// Recordings to test with. The files beside this class follow the formats that the readers' documentation names; each tells of
/// `shop:2`, of an nginx and of the host.
final class Recordings {
    static final Digest SHOP = new Digest("sha256", "a".repeat(64));

    private Recordings() {}

    static RecordedImage shop() throws MalformedReference {
        return new RecordedImage(
                new TreeSet<>(List.of(SHOP)), new LinkedHashSet<>(List.of(ImageReference.parseName("shop:2"))), new LinkedHashSet<>());
    }

    static Recording ofShop(String file) throws IOException, MalformedRecording, MalformedReference {
        try (InputStream in = Objects.requireNonNull(Recordings.class.getResourceAsStream(file), file)) {
            return read(file, in, shop());
        }
    }

    static Recording read(String text) throws IOException, MalformedRecording, MalformedReference {
        return read("test", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), shop());
    }

    private static Recording read(String name, InputStream in, RecordedImage image) throws IOException, MalformedRecording {
        return new RecordingReader(RecordingLimits.USUAL).read(name, in, image, Elsewhere.of(List.of("/data")));
    }

    /// `READ /etc/passwd`, with `(missing)` behind what was not found; in order.
    static List<String> told(Recording recording) {
        return recording.observations().accesses().stream()
                .map(one -> one.kind() + " " + one.path() + (one.found() ? "" : " (missing)"))
                .toList();
    }
}
