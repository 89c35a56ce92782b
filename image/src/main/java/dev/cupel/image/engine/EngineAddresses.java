package dev.cupel.image.engine;

import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds the engine that the `docker` command would use: `DOCKER_HOST`, then the context in use, then the usual sockets.
public record EngineAddresses(Map<String, String> environment, Path home, Path root) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public EngineAddresses {
        environment = Map.copyOf(environment);
    }

    /// Of this process: its environment, its user's home, the machine's root.
    public static EngineAddresses ofThisMachine() {
        return new EngineAddresses(System.getenv(), Path.of(System.getProperty("user.home", "/")), Path.of("/"));
    }

    /// Docker Engine's address, whether or not anything listens there.
    public EngineAddress docker() {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        if (!host.isEmpty()) {
            return EngineAddress.parse(host);
        }
        String context = context();
        return context.isEmpty() || context.equals("default") ? usual() : ofContext(context);
    }

    /// The address of Podman's service, if there is a socket.
    public Optional<EngineAddress> podman() {
        String host = environment.getOrDefault("CONTAINER_HOST", "");
        if (!host.isEmpty()) {
            return Optional.of(EngineAddress.parse(host));
        }
        return Stream.of(runtimeDirectory().resolve("podman/podman.sock"), root.resolve("run/podman/podman.sock"))
                .filter(Files::isWritable)
                .map(EngineAddress::unix)
                .findFirst();
    }

    private EngineAddress usual() {
        Path system = root.resolve("var/run/docker.sock");
        return EngineAddress.unix(Stream.of(
                        system, runtimeDirectory().resolve("docker.sock"), home.resolve(".docker/run/docker.sock"))
                .filter(Files::exists)
                .findFirst()
                .orElse(system));
    }

    private Path runtimeDirectory() {
        return Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/nonexistent"));
    }

    private Path dockerDirectory() {
        String configured = environment.getOrDefault("DOCKER_CONFIG", "");
        return configured.isEmpty() ? home.resolve(".docker") : Path.of(configured);
    }

    private String context() {
        String named = environment.getOrDefault("DOCKER_CONTEXT", "");
        Path config = dockerDirectory().resolve("config.json");
        return named.isEmpty() && Files.isReadable(config) ? read(config).path("currentContext").asString("") : named;
    }

    private EngineAddress ofContext(String context) {
        // The folder's name is the SHA-256 of the context's name (docker/cli, "Context Store").
        Path meta = dockerDirectory()
                .resolve("contexts/meta")
                .resolve(Digest.of(context.getBytes(StandardCharsets.UTF_8)).hex())
                .resolve("meta.json");
        if (!Files.isReadable(meta)) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Cannot find the Docker context " + Quoted.of(context) + ": " + meta + " is missing.",
                    "See `docker context ls`, or set DOCKER_HOST.");
        }
        return EngineAddress.parse(read(meta).path("Endpoints").path("docker").path("Host").asString(""));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException | JacksonException e) {
            throw new CupelException(
                    Fault.ENVIRONMENT, "Cannot read Docker's configuration " + file + ".", "Repair it, or set DOCKER_HOST.", e);
        }
    }
}
