package dev.cupel.image.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A registry of our own, in a process of its own, with whatever a test adds to its configuration.
public final class RegistryProcess {
    private static final Pattern LISTENING = Pattern.compile("listening on 127\\.0\\.0\\.1:(\\d+)");
    private final Process process;
    private final Thread log;
    private final int port;

    private RegistryProcess(Process process, Thread log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /// Debian's, which keeps no list of referrers, without TLS and accounts.
    public static RegistryProcess plain(Path directory) throws IOException {
        return start(directory, "", "");
    }

    /// One in memory that keeps a list of referrers.
    public static RegistryProcess withReferrers() throws IOException {
        return started(new ProcessBuilder("cupel-referrers-registry"));
    }

    /// `more` goes below `http:` (indented by two) and beside it.
    static RegistryProcess start(Path directory, String http, String more) throws IOException {
        Path config = Files.writeString(directory.resolve("registry.yml"), """
                version: 0.1
                storage: {filesystem: {rootdirectory: %s}}
                http:
                  addr: 127.0.0.1:%d
                %s
                %s
                """.formatted(directory.resolve("storage"), freePort(), http, more));
        return started(new ProcessBuilder("docker-registry", "serve", config.toString()));
    }

    private static RegistryProcess started(ProcessBuilder program) throws IOException {
        Process process = program.redirectErrorStream(true).start();
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        while (true) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("the registry did not start: " + said);
            }
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread log = Thread.ofVirtual().start(() -> lines.lines().forEach(said::append));
                return new RegistryProcess(process, log, Integer.parseInt(listening.group(1)));
            }
            said.append(line).append('\n');
        }
    }

    public String host() {
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

    public void stop() throws InterruptedException {
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
