package dev.cupel.image.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A registry of our own, in a process of its own, with whatever a test adds to its configuration.
final class RegistryProcess {
    private final Process process;
    private final Thread log;
    private final int port;

    private RegistryProcess(Process process, Thread log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /// `more` goes below `http:` (indented by two) and beside it.
    static RegistryProcess start(Path directory, String http, String more) throws IOException {
        int port = freePort();
        Path config = Files.writeString(directory.resolve("registry.yml"), """
                version: 0.1
                storage: {filesystem: {rootdirectory: %s}}
                http:
                  addr: 127.0.0.1:%d
                %s
                %s
                """.formatted(directory.resolve("storage"), port, http, more));
        Process process = new ProcessBuilder("docker-registry", "serve", config.toString()).redirectErrorStream(true).start();
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line == null || !line.contains("listening on"); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the registry did not start: " + said);
            }
            said.append(line).append('\n');
        }
        Thread log = Thread.ofVirtual().start(() -> lines.lines().forEach(said::append));
        return new RegistryProcess(process, log, port);
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    /// Runs a program in this directory to its end.
    static void run(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
        log.join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
