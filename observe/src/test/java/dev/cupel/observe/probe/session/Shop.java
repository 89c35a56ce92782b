package dev.cupel.observe.probe.session;

import dev.cupel.observe.probe.LocalServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A web application with sessions, tokens and an API, in Python.
record Shop(Path program, Path directory, int port) {
    static Shop in(Path directory) throws IOException {
        Path program = directory.resolve("shop.py");
        try (InputStream source = Shop.class.getResourceAsStream("shop.py")) {
            Files.copy(Objects.requireNonNull(source), program);
        }
        return new Shop(program, directory, LocalServer.freePort());
    }

    /// @param warmUpSeconds in which it answers 503
    /// @param broken nothing, or `text`, `enum`, `order`: what does not work as it did
    LocalServer start(double warmUpSeconds, String... broken) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", program.toString(), "" + port, "" + warmUpSeconds));
        command.addAll(List.of(broken));
        return LocalServer.start(command, directory, Set.of(port));
    }
}
