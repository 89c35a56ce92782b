package dev.cupel.observe.run;

import dev.cupel.linux.process.PidDescriptor;
import dev.cupel.linux.process.Signal;
import dev.cupel.observe.probe.ExecResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// One command beside the first process, from its start to its result.
///
/// @param folder a directory of its own
/// @param process the file that says what to run
record ExecRun(RuntimeCreation creation, Path folder, Path process, Duration timeout) {
    private static final int TIMED_OUT = 124;
    private static final int CANNOT_EXECUTE = 126;
    private static final int NOT_FOUND = 127;
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    ExecResult run() throws IOException {
        Path pidFile = folder.resolve("pid");
        Path log = folder.resolve("exec.log");
        Process exec = creation.runtime().exec(creation.groups().name(), process, pidFile, log, creation.parent());
        CappedReader output = CappedReader.of(exec.getInputStream());
        CappedReader errors = CappedReader.of(exec.getErrorStream());
        boolean inTime = ended(exec, timeout);
        if (!inTime) {
            kill(pidFile);
            // The runtime ends by itself once it has reaped the command; ended first, it would leave a zombie behind.
            if (!ended(exec, AFTER_KILL)) {
                exec.destroyForcibly();
            }
        }
        String why = inTime && exec.exitValue() != 0 ? new RuntimeLog(log).error() : "";
        if (!why.isEmpty()) {
            // The engines' convention: the command could not be started at all.
            return new ExecResult(why.contains("not found") || why.contains("no such file") ? NOT_FOUND : CANNOT_EXECUTE, "", why);
        }
        return new ExecResult(inTime ? exec.exitValue() : TIMED_OUT, output.text(), errors.text());
    }

    private static boolean ended(Process exec, Duration longest) {
        try {
            return exec.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void kill(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return; // the runtime itself is still at it; it is ended next
        }
        PidDescriptor.send(Integer.parseInt(Files.readString(pidFile).strip()), Signal.KILL);
    }
}
