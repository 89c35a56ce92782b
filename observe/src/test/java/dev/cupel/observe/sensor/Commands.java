package dev.cupel.observe.sensor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs commands of the host that must succeed.
final class Commands {
    private Commands() {}

    static String run(String... command) throws IOException, InterruptedException {
        return finish(new ProcessBuilder(command).start(), List.of(command));
    }

    /// Waits for a command whose output may be inherited by processes that outlive it.
    static String finish(Process process, List<String> command) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(command + " ended with " + exit + ": " + output + errors);
        }
        return output;
    }
}
