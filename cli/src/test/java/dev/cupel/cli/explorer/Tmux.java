package dev.cupel.cli.explorer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A terminal in which the command line runs, of a tmux server of its own.
///
/// @param shown told whenever something was written to the terminal: tmux copies all of it to a file in the watched folder
record Tmux(Path socket, WatchService shown) {
    private static final int PATIENCE_SECONDS = 60;

    static Tmux running(Path work, int columns, int rows, String... arguments) throws IOException, InterruptedException {
        WatchService shown = work.getFileSystem().newWatchService();
        work.register(shown, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        Tmux tmux = new Tmux(work.resolve("tmux"), shown);
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), "dev.cupel.cli.Main");
        String command = java.stream().collect(Collectors.joining("' '", "'", "'")) + Arrays.stream(arguments).collect(Collectors.joining("' '", " '", "'"));
        tmux.call(
                "-u", "-f", "/dev/null", "new-session", "-d", "-x", String.valueOf(columns), "-y", String.valueOf(rows), "-c", work.toString(),
                "env XDG_CACHE_HOME='" + work.resolve("cache") + "' " + command + "; echo ended with $?; cat");
        tmux.call("pipe-pane", "-O", "cat >>'" + work.resolve("shown") + "'");
        return tmux;
    }

    void press(String... keys) throws IOException, InterruptedException {
        for (String key : keys) {
            call("send-keys", key);
        }
    }

    void resize(int columns, int rows) throws IOException, InterruptedException {
        call("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows));
    }

    /// The screen as soon as it shows this text.
    String awaits(String text) throws IOException, InterruptedException {
        String screen = call("capture-pane", "-p");
        while (!screen.contains(text)) {
            WatchKey written = shown.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (written == null) {
                throw new AssertionError("the terminal never showed \"" + text + "\" but:\n" + screen);
            }
            written.pollEvents();
            written.reset();
            screen = call("capture-pane", "-p");
        }
        return screen;
    }

    void kill() throws IOException, InterruptedException {
        call("kill-server");
        shown.close();
    }

    private String call(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
        return said;
    }
}
