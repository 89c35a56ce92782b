package dev.cupel.image.manifest;

import dev.cupel.image.Digest;
import dev.cupel.image.Platform;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What an image says about itself (OCI image-spec 1.1, config.md; Docker's `Healthcheck`, `Shell`, `OnBuild` too). Texts and
/// lists are empty where the file has none.
///
/// @param environment `NAME=value`, in order
/// @param exposedPorts as written: `8080/tcp`, `53/udp`, `80`
/// @param stopSignal name or number as written, such as `SIGQUIT`
public record ImageConfig(
        Platform platform,
        String created,
        String user,
        List<String> environment,
        List<String> entrypoint,
        List<String> command,
        String workingDirectory,
        SortedSet<String> exposedPorts,
        SortedSet<String> volumes,
        SortedMap<String, String> labels,
        String stopSignal,
        Optional<HealthCheck> healthCheck,
        List<String> shell,
        List<String> onBuild,
        List<Digest> diffIds,
        List<History> history) {

    public ImageConfig {
        environment = List.copyOf(environment);
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        exposedPorts = Collections.unmodifiableSortedSet(new TreeSet<>(exposedPorts));
        volumes = Collections.unmodifiableSortedSet(new TreeSet<>(volumes));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        shell = List.copyOf(shell);
        onBuild = List.copyOf(onBuild);
        diffIds = List.copyOf(diffIds);
        history = List.copyOf(history);
    }

    /// The value of a variable of the image's environment; the last one wins, as in a container.
    public Optional<String> variable(String name) {
        return environment.reversed().stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst();
    }
}
