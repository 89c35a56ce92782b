package dev.cupel.cli.terminal;

import dev.cupel.image.progress.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/// Shows the steps of long work on standard error: one line that is written over on a terminal, one line a step elsewhere.
public final class TerminalProgress implements Progress, AutoCloseable {
    private static final long REPAINT_NANOS = 100_000_000;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private String current = "";
    private long stepBegun = begun;
    private long painted;

    public TerminalProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /// On this process's standard error, which is a terminal or is not.
    public static TerminalProgress on(PrintWriter err) {
        return new TerminalProgress(err, Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
    }

    @Override
    public synchronized void step(String what) {
        finish();
        current = what;
        stepBegun = System.nanoTime();
        paint("");
    }

    @Override
    public synchronized void advance(long done, long total) {
        long now = System.nanoTime();
        if (terminal && now - painted >= REPAINT_NANOS) {
            painted = now;
            paint(total > 0 ? "  " + Math.min(100, 100 * done / total) + " %" : "  " + done);
        }
    }

    /// Ends the last step: what is printed from now on stands below it.
    public synchronized void done() {
        finish();
        current = "";
    }

    @Override
    public void close() {
        done();
    }

    private void paint(String suffix) {
        if (terminal) {
            err.print(CLEAR_LINE + "  … " + current + suffix);
            err.flush();
        }
    }

    private void finish() {
        if (current.isEmpty()) {
            return;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - stepBegun);
        err.println((terminal ? CLEAR_LINE : "") + "  ✓ " + current + " (" + Words.time(took) + ")");
        err.flush();
    }
}
