package dev.cupel.observe.run;

import dev.cupel.linux.namespace.UserNamespace;
import dev.cupel.linux.process.ProcessIdentity;
import dev.cupel.observe.journal.Leftover;
import dev.cupel.observe.journal.ProcessSpace;
import dev.cupel.observe.journal.Workplace;
import dev.cupel.observe.sensor.ProcessParent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Turns a blueprint into a container that is created and not started.
record Creator(Workplace workplace) {
    /// Lets this runtime try; a [RuntimeRefusal] leaves nothing behind.
    RuntimeCreation create(Path program, Blueprint blueprint) throws IOException {
        String id = UniqueName.next();
        Path bundle = workplace.folder("container");
        RuntimeConfig config = config(id, bundle, blueprint);
        Files.write(bundle.resolve("config.json"), config.json());
        OciRuntime runtime =
                new OciRuntime(program, Files.createDirectories(workplace.directory().resolve("runtime")));
        Output output = new Output();
        OutputPipes pipes = OutputPipes.in(bundle);
        pipes.openInto(output);
        int pid = makeNoted(id, runtime, () -> runtime.create(id, bundle, pipes, blueprint.making()));
        ControlGroups groups = new ControlGroups(id, ProcessSpace.of(pid));
        ProcessParent parent = blueprint.making().parent().orElseGet(ProcessParent::plain);
        return new RuntimeCreation(workplace, runtime, bundle, blueprint.root().merged(), config, noted(pid), groups, output, parent);
    }

    /// Cleaned in the opposite order: whoever still works on it is ended, then its processes, then the runtime forgets it.
    private int makeNoted(String id, OciRuntime runtime, Workplace.Making<Integer> create) throws IOException {
        Leftover container = RuntimeCreation.leftover(runtime, id);
        Leftover groups = new Leftover.ControlGroups(id);
        Leftover atWork = new Leftover.AtWork(runtime.stateRoot());
        try {
            return workplace.make(container, () -> workplace.make(groups, () -> workplace.make(atWork, create)));
        } catch (RuntimeRefusal e) {
            workplace.forget(atWork);
            workplace.unmake(groups);
            workplace.unmake(container);
            throw e;
        }
    }

    /// The container's processes, which are ended before anything else of it is cleaned.
    private Leftover.Processes noted(int pid) throws IOException {
        Leftover.Processes processes =
                new Leftover.Processes(ProcessIdentity.of(pid).orElse(new ProcessIdentity(pid, 0)));
        workplace.note(processes);
        return processes;
    }

    private static RuntimeConfig config(String id, Path bundle, Blueprint blueprint) throws IOException {
        List<MountSpec> volumes = blueprint.volumes().stream().map(Volume::mount).toList();
        PlannedMounts mounts = new PlannedMounts(bundle, blueprint.plan(), volumes);
        HostSide host = new HostSide(
                blueprint.networkPath(), id, OwnLimits.read(), blueprint.making().seccomp(), UserNamespace.own());
        return new RuntimeConfig(
                blueprint.root().merged().toString(), blueprint.process(), mounts.all(), blueprint.plan(), host);
    }
}
