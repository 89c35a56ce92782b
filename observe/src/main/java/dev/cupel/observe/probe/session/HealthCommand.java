package dev.cupel.observe.probe.session;

import dev.cupel.image.manifest.HealthCheck;
import dev.cupel.observe.probe.transcript.Ask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The command behind a health check (Docker image spec 1.2, "Healthcheck").
final class HealthCommand {
    static final String PURPOSE = "health check";
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final List<String> USUAL_SHELL = List.of("/bin/sh", "-c");

    private HealthCommand() {}

    /// Empty if the check is switched off or is of a kind that no engine knows.
    static Optional<Ask.Exec> of(HealthCheck check, List<String> shell) {
        if (check.test().size() < 2) {
            return Optional.empty();
        }
        List<String> rest = check.test().subList(1, check.test().size());
        Duration timeout = check.timeout().isZero() ? USUAL_TIMEOUT : check.timeout();
        return switch (check.test().getFirst()) {
            case "CMD" -> Optional.of(new Ask.Exec(PURPOSE, rest, new TreeMap<>(), timeout));
            case "CMD-SHELL" -> {
                List<String> command = new ArrayList<>(shell.isEmpty() ? USUAL_SHELL : shell);
                command.addAll(rest);
                yield Optional.of(new Ask.Exec(PURPOSE, command, new TreeMap<>(), timeout));
            }
            default -> Optional.empty();
        };
    }
}
