package dev.cupel.observe.probe.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.observe.probe.LocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A fresh PostgreSQL cluster whose superuser has a password.
record PostgresServer(Path programs, Path directory, int port) {
    static final String PASSWORD = "geheim Wort";

    static PostgresServer make(Path directory, String method) throws Exception {
        Path programs = installed();
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        for (String command : List.of("chmod 0755 " + directory, "chown -R postgres " + directory)) {
            run(List.of(command.split(" ", -1)), directory);
        }
        run(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", programs.resolve("initdb").toString(), "-D",
                directory.resolve("cluster").toString(), "--auth=" + method, "--pwfile=" + password, "--no-sync", "--encoding=UTF8",
                "--locale=C.UTF-8"), directory);
        return new PostgresServer(programs, directory, LocalServer.freePort());
    }

    LocalServer start() throws IOException {
        return LocalServer.start(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups",
                programs.resolve("postgres").toString(), "-D", directory.resolve("cluster").toString(), "-c", "port=" + port,
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"), directory, Set.of(port));
    }

    private static Path installed() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.sorted().toList().getLast().resolve("bin");
        }
    }

    static void run(List<String> command, Path directory) throws Exception {
        Path output = directory.resolveSibling(directory.getFileName() + ".log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor()).as(() -> "%s: %s".formatted(command, output)).isZero();
        Files.delete(output);
    }
}
