package dev.cupel.image.credentials;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The credentials of the files that Docker and Podman use: `$REGISTRY_AUTH_FILE`, `$DOCKER_CONFIG/config.json` or
/// `~/.docker/config.json`, then Podman's `auth.json`. The first that knows the registry wins; in a file a helper program comes
/// before an entry. Files are read anew each time: a login in between counts.
public record ConfiguredCredentials(Map<String, String> environment, Path home, Duration helperTimeout) implements Credentials {
    public ConfiguredCredentials {
        environment = Map.copyOf(environment);
    }

    /// Of this process: its environment and its user's home.
    public static ConfiguredCredentials ofThisMachine() {
        return new ConfiguredCredentials(
                System.getenv(), Path.of(System.getProperty("user.home", "/")), Duration.ofSeconds(30));
    }

    @Override
    public Credential forRepository(String registry, String repository) throws IOException {
        RegistryKey key = new RegistryKey(registry, repository);
        for (Path file : files()) {
            if (Files.isReadable(file)) {
                Optional<Credential> found = in(read(file), key);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return new Credential.Anonymous();
    }

    private Optional<Credential> in(AuthFile file, RegistryKey key) throws IOException {
        String helper = file.helperFor(key);
        Optional<Credential> helped = helper.isEmpty()
                ? Optional.empty()
                : new CredentialProgram(helper, environment, helperTimeout).get(key.serverForHelper());
        return helped.isPresent() ? helped : file.entryFor(key);
    }

    private List<Path> files() {
        Path docker = configured("DOCKER_CONFIG").orElseGet(() -> home.resolve(".docker")).resolve("config.json");
        Path config = configured("XDG_CONFIG_HOME").orElseGet(() -> home.resolve(".config"));
        return Stream.of(
                        configured("REGISTRY_AUTH_FILE"),
                        Optional.of(docker),
                        configured("XDG_RUNTIME_DIR").map(directory -> directory.resolve("containers/auth.json")),
                        Optional.of(config.resolve("containers/auth.json")))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Path> configured(String variable) {
        return Optional.of(environment.getOrDefault(variable, "")).filter(value -> !value.isEmpty()).map(Path::of);
    }

    private static AuthFile read(Path file) throws IOException {
        try {
            return AuthFile.parse(Files.readAllBytes(file));
        } catch (MalformedAuthFile e) {
            throw new CupelException(
                    Fault.ENVIRONMENT, "Cannot read the credentials in " + file + ": " + e.getMessage() + ".", "Repair the file.", e);
        }
    }
}
