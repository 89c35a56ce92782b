package dev.cupel.observe.run;

import dev.cupel.image.engine.CommandTimedOut;
import dev.cupel.image.engine.ContainerState;
import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.NewExec;
import dev.cupel.linux.namespace.UserNamespace;
import dev.cupel.linux.process.PidDescriptor;
import dev.cupel.linux.process.Signal;
import dev.cupel.observe.journal.Leftover;
import dev.cupel.observe.journal.Workplace;
import dev.cupel.observe.probe.ExecResult;
import dev.cupel.observe.sensor.SensorTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// A container that Docker Engine has started and a gate holds before its command.
final class DockerCreation implements Creation {
    private static final int TIMED_OUT = 124;
    private static final Duration FOR_EVER = Duration.ofDays(20);

    private final Workplace workplace;
    private final Engine engine;
    private final Leftover.InEngine container;
    private final HeldStart held;
    private final DockerOrder order;
    private final ControlGroups groups;
    private final Output output;
    private volatile GroupUse use = new GroupUse(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    DockerCreation(Workplace workplace, Engine engine, Leftover.InEngine container, HeldStart held, DockerOrder order, Output output)
            throws IOException {
        this.workplace = workplace;
        this.engine = engine;
        this.container = container;
        this.held = held;
        this.order = order;
        this.groups = ControlGroups.of(held.initPid());
        this.output = output;
    }

    @Override
    public int initPid() {
        return held.initPid();
    }

    @Override
    public SensorTarget sensorTarget() throws IOException {
        List<MountSpec> system = MountSpec.system(UserNamespace.own(), network());
        return new SensorTarget(
                initPid(),
                Path.of(held.root().point()),
                ControlGroups.unifiedOf(initPid()),
                MountSpec.placesOf(system, order.mounts()));
    }

    @Override
    public Network network() {
        return order.plan().network();
    }

    @Override
    public ControlGroups groups() {
        return groups;
    }

    @Override
    public Output output() {
        return output;
    }

    @Override
    public void start() throws IOException {
        held.release();
    }

    @Override
    public int awaitEnd() throws IOException {
        return engine.containers().await(container.name(), FOR_EVER);
    }

    @Override
    public ExecResult exec(List<String> command, Map<String, String> environment, Duration timeout) throws IOException {
        try {
            NewExec beside = new NewExec(command, Environment.lines(environment), "");
            return new DockerExecAnswer(engine.containers().exec(container.name(), beside, timeout)).result();
        } catch (CommandTimedOut late) {
            if (late.pid() > 0) {
                PidDescriptor.send(late.pid(), Signal.KILL);
            }
            return new ExecResult(TIMED_OUT, late.written().output(), late.written().errors());
        }
    }

    @Override
    public void sample() throws IOException {
        use();
    }

    /// The engine takes the control groups away with the last process: what was seen last stays.
    @Override
    public GroupUse use() throws IOException {
        if (groups.exist()) {
            use = groups.use();
            return use;
        }
        return engine.containers().inspect(container.name()).map(this::atTheEnd).orElse(use);
    }

    /// The engine tells whether any was killed, not how many.
    private GroupUse atTheEnd(ContainerState ended) {
        long counted = use.killedForMemory().orElse(0);
        return new GroupUse(
                use.peakMemoryBytes(), OptionalLong.of(Math.max(counted, ended.killedForMemory() ? 1 : 0)), use.refusedProcesses());
    }

    /// They end with the first: it is the init of their process numbers.
    @Override
    public void killOthers() {
        // Nothing is left to do.
    }

    @Override
    public void remove() throws IOException {
        held.release();
        workplace.unmake(container);
    }
}
