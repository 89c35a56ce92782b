package dev.cupel.image.manifest;

import dev.cupel.image.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads an image's configuration (OCI image-spec 1.1, config.md; Docker's own fields too).
public final class ImageConfigReader {
    /// Real ones have kilobytes; some builders store a whole build in labels.
    public static final int MOST_BYTES = 16 << 20;

    private ImageConfigReader() {}

    public static ImageConfig read(byte[] document) throws MalformedManifest {
        Json root = Json.read(document, MOST_BYTES, "the image configuration");
        Json none = Json.read("{}".getBytes(StandardCharsets.UTF_8), 2, "nothing");
        Json config = root.object("config").orElse(none);
        return new ImageConfig(
                new Platform(root.text("os"), root.text("architecture"), root.text("variant")),
                root.text("created"),
                config.text("User"),
                config.texts("Env"),
                config.words("Entrypoint"),
                config.words("Cmd"),
                config.text("WorkingDir"),
                keys(config, "ExposedPorts"),
                keys(config, "Volumes"),
                config.map("Labels"),
                config.text("StopSignal"),
                healthCheck(config.object("Healthcheck")),
                config.words("Shell"),
                config.texts("OnBuild"),
                root.object("rootfs").orElse(none).digests("diff_ids"),
                history(root));
    }

    private static SortedSet<String> keys(Json config, String field) throws MalformedManifest {
        Optional<Json> object = config.object(field);
        return object.isEmpty() ? new TreeSet<>() : new TreeSet<>(object.get().names());
    }

    private static Optional<HealthCheck> healthCheck(Optional<Json> json) throws MalformedManifest {
        if (json.isEmpty() || json.get().texts("Test").isEmpty()) {
            return Optional.empty();
        }
        Json check = json.get();
        return Optional.of(new HealthCheck(
                check.texts("Test"),
                Duration.ofNanos(check.number("Interval")),
                Duration.ofNanos(check.number("Timeout")),
                Duration.ofNanos(check.number("StartPeriod")),
                Math.clamp(check.number("Retries"), 0, Integer.MAX_VALUE)));
    }

    private static List<History> history(Json root) throws MalformedManifest {
        List<History> steps = new ArrayList<>();
        for (Json step : root.objects("history")) {
            steps.add(new History(
                    step.text("created"),
                    step.text("created_by"),
                    step.text("author"),
                    step.text("comment"),
                    step.flag("empty_layer")));
        }
        return steps;
    }
}
