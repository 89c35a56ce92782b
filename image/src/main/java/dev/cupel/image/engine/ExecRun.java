package dev.cupel.image.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// One command in a container, from its start to its exit code.
record ExecRun(EngineConnection connection, String exec, Duration longest) {
    private static final Duration SETTLING = Duration.ofSeconds(10);

    ExecOutcome run() throws IOException {
        long deadline = System.nanoTime() + longest.toNanos();
        CutOutput output = new CutOutput();
        try {
            connection.call(new StartExec(exec, longest, (error, piece) -> {
                output.take(error, piece);
                if (System.nanoTime() > deadline) {
                    throw new SocketTimeoutException("a command that writes on and on");
                }
            }));
        } catch (SocketTimeoutException late) {
            CommandTimedOut timedOut =
                    new CommandTimedOut(connection.call(new InspectExec(exec)).pid(), output.text());
            timedOut.initCause(late);
            throw timedOut;
        }
        return new ExecOutcome(exitCode(), output.text());
    }

    /// The output ends when the last writer closes it, which the engine may see a moment before it sees the exit.
    private int exitCode() throws IOException {
        long settled = System.nanoTime() + SETTLING.toNanos();
        InspectExec.State state = connection.call(new InspectExec(exec));
        while (state.running() && System.nanoTime() < settled) {
            pause();
            state = connection.call(new InspectExec(exec));
        }
        if (state.running()) {
            throw new CommandTimedOut(state.pid(), new ContainerOutput("", ""));
        }
        return state.exitCode();
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(Duration.ofMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("interrupted while a command ended").initCause(e);
        }
    }
}
