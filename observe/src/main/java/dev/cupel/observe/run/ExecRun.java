package dev.cupel.observe.run;

import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
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
record ExecRun(OciRuntime runtime, String id, Path folder, byte[] process, Duration timeout) {
    private static final int TIMED_OUT = 124;
    private static final int CANNOT_EXECUTE = 126;
    private static final int NOT_FOUND = 127;

    ExecResult run() throws IOException {
        Path processFile = Files.write(folder.resolve("process.json"), process);
        Path pidFile = folder.resolve("pid");
        Path log = folder.resolve("exec.log");
        Process exec = runtime.exec(id, processFile, pidFile, log);
        CappedReader output = CappedReader.of(exec.getInputStream());
        CappedReader errors = CappedReader.of(exec.getErrorStream());
        boolean inTime = ended(exec);
        if (!inTime) {
            kill(pidFile);
            exec.destroyForcibly();
        }
        String why = inTime && exec.exitValue() != 0 ? new RuntimeLog(log).error() : "";
        if (!why.isEmpty()) {
            // The engines' convention: the command could not be started at all.
            return new ExecResult(why.contains("not found") || why.contains("no such file") ? NOT_FOUND : CANNOT_EXECUTE, "", why);
        }
        return new ExecResult(inTime ? exec.exitValue() : TIMED_OUT, output.text(), errors.text());
    }

    private boolean ended(Process exec) {
        try {
            return exec.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void kill(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return; // the runtime itself is still at it; it is ended next
        }
        try (PidDescriptor command = PidDescriptor.open(Integer.parseInt(Files.readString(pidFile).strip()))) {
            command.send(Signal.KILL);
        } catch (ErrnoException e) {
            if (e.errno() != Errno.ESRCH) {
                throw e;
            }
        }
    }
}
