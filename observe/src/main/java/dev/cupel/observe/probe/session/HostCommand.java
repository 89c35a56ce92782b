package dev.cupel.observe.probe.session;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Runs the user's own test, a program of this machine. A child process is born in the network of the thread that starts it,
/// so on a thread inside the container's network `127.0.0.1` is the container.
final class HostCommand {
    private static final int TIMED_OUT = 124;
    // A child that outlives the test may hold its pipe open; nobody waits for that one.
    private static final Duration AFTER_THE_END = Duration.ofSeconds(2);

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
        try (Draining output = Draining.of(process.getInputStream());
                Draining errors = Draining.of(process.getErrorStream())) {
            boolean ended = process.waitFor(test.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                end(process);
            }
            return new Answer.Ended(ended ? process.exitValue() : TIMED_OUT, output.text(AFTER_THE_END), errors.text(AFTER_THE_END));
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
