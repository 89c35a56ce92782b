package dev.cupel.observe.probe;

import dev.cupel.observe.observation.ListeningSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A process of this machine as a probe target: it has the machine's own network, and its sockets are those among the given
/// ports that are listened on.
public final class LocalServer implements ProbeTarget, AutoCloseable {
    private final Process process;
    private final Path log;
    private final Set<Integer> ports;
    private final List<String> phases = new ArrayList<>();
    private final AtomicLong files = new AtomicLong();

    private LocalServer(Process process, Path log, Set<Integer> ports) {
        this.process = process;
        this.log = log;
        this.ports = Set.copyOf(ports);
    }

    public static LocalServer start(List<String> command, Path directory, Set<Integer> ports) throws IOException {
        Path log = Files.createTempFile(directory, "server", ".log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        return new LocalServer(process, log, ports);
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public <T> T inNetwork(Callable<T> action) throws Exception {
        return action.call();
    }

    @Override
    public List<ListeningSocket> listening() throws IOException {
        List<ListeningSocket> sockets = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table)).stream().skip(1).toList()) {
                String[] fields = line.strip().split("\\s+");
                int port = Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16);
                if (fields[3].equals("0A") && ports.contains(port)) {
                    sockets.add(new ListeningSocket("tcp", table.equals("tcp") ? "0.0.0.0" : "::", port));
                }
            }
        }
        return sockets;
    }

    @Override
    public boolean running() {
        return process.isAlive();
    }

    @Override
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    @Override
    public ExecResult exec(List<String> command, Map<String, String> environment, Duration timeout) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process child = builder.start();
        try {
            String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String errors = new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = child.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new ExecResult(ended ? child.exitValue() : 124, output, errors);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public long filesSeen() {
        return files.get();
    }

    /// As if the sensors had seen one more file.
    public void sawFile() {
        files.incrementAndGet();
    }

    @Override
    public void phase(String label) {
        phases.add(label);
    }

    public List<String> phases() {
        return List.copyOf(phases);
    }

    @Override
    public String log() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
