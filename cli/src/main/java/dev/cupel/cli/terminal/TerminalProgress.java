package dev.cupel.cli.terminal;

import dev.cupel.image.progress.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Shows the steps of long work on standard error: one line that is written over on a terminal, one line a step elsewhere.
public final class TerminalProgress implements Progress, AutoCloseable {
    private static final long REPAINT_NANOS = 100_000_000;
    private static final String CLEAR_LINE = "\r\u001b[K";
    /// A line that is wider than the terminal is cut instead of wrapped: only one row can be written over (DECAWM, VT100).
    private static final String CUT = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";

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

    /// On this process's standard error. It may be a terminal where standard output is a file, and the other way round.
    public static TerminalProgress on(PrintWriter err, Map<String, String> environment) {
        return new TerminalProgress(err, !environment.getOrDefault("TERM", "dumb").equals("dumb") && isTerminal());
    }

    @Override
    public synchronized void step(String what) {
        finish("✓");
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
        finish("✓");
    }

    /// A step that is not done by now came to nothing.
    @Override
    public synchronized void close() {
        finish("✗");
    }

    private void paint(String suffix) {
        if (terminal) {
            err.print(CLEAR_LINE + CUT + "  … " + current + suffix + WRAP);
            err.flush();
        }
    }

    private void finish(String sign) {
        if (current.isEmpty()) {
            return;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - stepBegun);
        err.println((terminal ? CLEAR_LINE : "") + "  " + sign + " " + current + " (" + Words.time(took) + ")");
        err.flush();
        current = "";
    }

    private static boolean isTerminal() {
        try {
            String err = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return err.startsWith("/dev/pts/") || err.startsWith("/dev/tty") || err.equals("/dev/console");
        } catch (IOException e) {
            return false; // no Linux, or no /proc: plain lines can be read everywhere
        }
    }
}
