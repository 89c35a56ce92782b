package dev.cupel.observe.probe.session;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Runs the user's own test, a program of this machine. A child process is born in the network of the thread that starts it,
/// so on a thread inside the container's network `127.0.0.1` is the container.
final class HostCommand {
    private static final int TIMED_OUT = 124;
    private static final int MOST_OUTPUT = 1 << 20;

    private HostCommand() {}

    /// Runs it to its end, at most its time. Call it on a thread inside the container's network.
    static Answer run(Ask.HostTest test) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(test.command());
        Map<String, String> environment = builder.environment();
        environment.put("CUPEL_HOST", "127.0.0.1");
        test.ports().stream().findFirst().ifPresent(port -> environment.put("CUPEL_PORT", port.toString()));
        test.ports().forEach(port -> environment.put("CUPEL_PORT_" + port, port.toString()));
        environment.put("CUPEL_PORTS", test.ports().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        Process process = builder.start();
        process.getOutputStream().close();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> output = readers.submit(() -> read(process.getInputStream()));
            Future<String> errors = readers.submit(() -> read(process.getErrorStream()));
            boolean ended = process.waitFor(test.timeout().toMillis(), TimeUnit.MILLISECONDS);
            end(process);
            return new Answer.Ended(ended ? process.exitValue() : TIMED_OUT, text(output), text(errors));
        } finally {
            end(process);
        }
    }

    // Its children too: one that holds the pipe open would keep the readers waiting.
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String text(Future<String> future) throws InterruptedException, IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IOException("the output of the test cannot be read", e);
        }
    }

    private static String read(InputStream stream) {
        try (stream) {
            String text = new String(stream.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
            stream.skip(Long.MAX_VALUE);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
