package dev.cupel.observe.run;

import dev.cupel.image.Quoted;
import dev.cupel.observe.journal.Waited;
import dev.cupel.observe.sensor.ProcessParent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One OCI runtime, `runc` or `crun`, and the directory it keeps the state of its containers in.
record OciRuntime(Path program, Path stateRoot) {
    private static final File NOTHING = new File("/dev/null");

    /// Makes a container from the bundle, its first process waiting before the command; returns that process's number.
    int create(String id, Path bundle, OutputPipes pipes, Making making) throws IOException {
        Path pidFile = bundle.resolve("pid");
        Path log = bundle.resolve("create.log");
        ProcessBuilder create = command(log, "create", "--bundle", bundle.toString(), "--pid-file", pidFile.toString(), id);
        // The container keeps these when the runtime has ended.
        Process process = making.parent().orElseGet(ProcessParent::plain).start(create.redirectInput(NOTHING)
                .redirectOutput(pipes.output().path().toFile())
                .redirectError(pipes.errors().path().toFile()));
        require(process, log, "create");
        return Integer.parseInt(Files.readString(pidFile).strip());
    }

    void start(String id, Path bundle) throws IOException {
        Path log = bundle.resolve("start.log");
        Process process = command(log, "start", id)
                .redirectInput(NOTHING)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        require(process, log, "start");
    }

    /// Begins a command beside the first process; the caller reads its output and waits for it.
    Process exec(String id, Path processFile, Path pidFile, Path log, ProcessParent parent) throws IOException {
        return parent.start(command(log, "exec", "--process", processFile.toString(), "--pid-file", pidFile.toString(), id)
                .redirectInput(NOTHING));
    }

    private ProcessBuilder command(Path log, String... words) {
        List<String> all = new ArrayList<>(List.of(
                program.toString(), "--root", stateRoot.toString(), "--log", log.toString(), "--log-format", "json"));
        all.addAll(List.of(words));
        return new ProcessBuilder(all);
    }

    private void require(Process process, Path log, String act) throws IOException {
        int status = Waited.forEndOf(process);
        if (status != 0) {
            String why = new RuntimeLog(log).error();
            throw new RuntimeRefusal("%s %s: %s"
                    .formatted(program.getFileName(), act, why.isEmpty() ? "exit status " + status : Quoted.of(why)));
        }
    }
}
