package dev.cupel.observe.run;

import dev.cupel.observe.journal.Leftover;
import dev.cupel.observe.journal.Workplace;
import dev.cupel.observe.probe.ExecResult;
import dev.cupel.observe.sensor.ProcessParent;
import dev.cupel.observe.sensor.SensorTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A container that an OCI runtime has just created.
///
/// @param bundle the directory with its configuration
/// @param merged where its root is mounted on this machine
/// @param processes of the container, noted in the journal
/// @param groups named as the runtime names the container
/// @param parent who starts the runtime's commands for it
record RuntimeCreation(
        Workplace workplace,
        OciRuntime runtime,
        Path bundle,
        Path merged,
        RuntimeConfig config,
        Leftover.Processes processes,
        ControlGroups groups,
        Output output,
        ProcessParent parent)
        implements Creation {

    static Leftover leftover(OciRuntime runtime, String id) {
        return new Leftover.RuntimeContainer(runtime.program(), runtime.stateRoot(), id);
    }

    @Override
    public int initPid() {
        return processes.first().pid();
    }

    @Override
    public SensorTarget sensorTarget() throws IOException {
        return new SensorTarget(
                initPid(), merged, ControlGroups.unifiedOf(initPid()), MountSpec.placesOf(config.systemMounts(), config.mounts()));
    }

    @Override
    public Network network() {
        return config.plan().network();
    }

    @Override
    public void start() throws IOException {
        runtime.start(groups.name(), bundle);
    }

    @Override
    public int awaitEnd() throws IOException {
        return parent.awaitEnd(initPid())
                .orElseThrow(() -> new IOException("process " + initPid() + " is no child of this program"));
    }

    @Override
    public ExecResult exec(List<String> command, Map<String, String> environment, Duration timeout) throws IOException {
        ContainerProcess beside = config.process().running(command, Environment.lines(environment));
        Path folder = workplace.folder("exec");
        Path process = Files.write(folder.resolve("process.json"), config.json(beside));
        return new ExecRun(this, folder, process, timeout).run();
    }

    @Override
    public void sample() {
        // The control groups stay until #remove, and with them what they counted.
    }

    @Override
    public GroupUse use() throws IOException {
        return groups.use();
    }

    @Override
    public void killOthers() throws IOException {
        groups.killAll(initPid());
    }

    @Override
    public void remove() throws IOException {
        workplace.unmake(processes);
        workplace.forget(new Leftover.AtWork(runtime.stateRoot()));
        workplace.unmake(new Leftover.ControlGroups(groups.name()));
        workplace.unmake(leftover(runtime, groups.name()));
        workplace.unmake(new Leftover.Mounted(merged));
    }
}
