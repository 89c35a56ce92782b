package dev.cupel.observe.run;

import dev.cupel.image.engine.ExecOutcome;
import dev.cupel.observe.probe.ExecResult;

/// What an engine tells of a command that was run beside the first process. A command that could not be started at all is told in
/// place of its output, by the runtime's words.
record DockerExecAnswer(ExecOutcome outcome) {
    private static final int CANNOT_EXECUTE = 126;
    private static final int NOT_FOUND = 127;
    private static final String NOT_STARTED = "OCI runtime exec failed";

    ExecResult result() {
        String output = outcome.written().output();
        boolean mayNotHaveStarted = outcome.exitCode() == CANNOT_EXECUTE || outcome.exitCode() == NOT_FOUND;
        if (mayNotHaveStarted && output.startsWith(NOT_STARTED)) {
            boolean missing = output.contains("not found") || output.contains("no such file");
            return new ExecResult(missing ? NOT_FOUND : CANNOT_EXECUTE, "", output.strip());
        }
        return new ExecResult(outcome.exitCode(), output, outcome.written().errors());
    }
}
