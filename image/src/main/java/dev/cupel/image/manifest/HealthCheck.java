package dev.cupel.image.manifest;

import java.time.Duration;
import java.util.List;

/// The image's own health check (Docker image spec 1.2, "Healthcheck"). `test` begins with `CMD` or `CMD-SHELL`; durations
/// are zero and `retries` 0 where the image leaves the engine's default (30 s, 30 s, 0 s, 3).
public record HealthCheck(List<String> test, Duration interval, Duration timeout, Duration startPeriod, int retries) {
    public HealthCheck {
        test = List.copyOf(test);
    }
}
