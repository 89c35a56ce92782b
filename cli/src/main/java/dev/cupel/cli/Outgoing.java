package dev.cupel.cli;

import dev.cupel.image.registry.http.HttpClients;
import dev.cupel.image.registry.http.Transport;
import dev.cupel.image.registry.http.TrustedCertificates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Connections to where news goes, which believe the same certificates as those to registries.
final class Outgoing implements AutoCloseable {
    private final HttpClients clients;

    Outgoing(Map<String, String> environment) {
        clients = new HttpClients(new TrustedCertificates(environment, Path.of("/")), Duration.ofSeconds(15));
    }

    Transport transport() {
        return new Transport(clients, Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        clients.close();
    }
}
