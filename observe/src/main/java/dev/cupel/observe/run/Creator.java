package dev.cupel.observe.run;

import dev.cupel.observe.journal.Leftover;
import dev.cupel.observe.journal.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Turns a blueprint into a container that is created and not started.
record Creator(Workplace workplace) {
    /// Lets this runtime try; a [RuntimeRefusal] leaves nothing behind.
    Creation create(Path program, Blueprint blueprint) throws IOException {
        String id = "cupel-" + UUID.randomUUID().toString().substring(0, 12);
        Path bundle = workplace.folder("container");
        RuntimeConfig config = config(id, bundle, blueprint);
        Files.write(bundle.resolve("config.json"), config.json());
        OciRuntime runtime =
                new OciRuntime(program, Files.createDirectories(workplace.directory().resolve("runtime")));
        Output output = Output.in(bundle);
        int pid = makeNoted(id, runtime, () -> runtime.create(id, bundle, output, blueprint.making()));
        return new Creation(runtime, id, bundle, blueprint.root().merged(), config, pid, output, blueprint.making().parent());
    }

    /// Cleaned in the opposite order: whoever still works on it is ended, then its processes, then the runtime forgets it.
    private int makeNoted(String id, OciRuntime runtime, Workplace.Making<Integer> create) throws IOException {
        Leftover container = Creation.leftover(runtime, id);
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

    private static RuntimeConfig config(String id, Path bundle, Blueprint blueprint) throws IOException {
        HostSide host = new HostSide(blueprint.networkPath(), id, OwnLimits.openFiles(), blueprint.making().seccomp());
        return new RuntimeConfig(
                blueprint.root().merged().toString(), blueprint.process(), mounts(bundle, blueprint), blueprint.plan(), host);
    }

    private static List<MountSpec> mounts(Path bundle, Blueprint blueprint) throws IOException {
        RunPlan plan = blueprint.plan();
        List<MountSpec> all = new ArrayList<>(new NetworkFiles(bundle, plan.network(), plan.hostname()).mounts());
        blueprint.volumes().forEach(volume -> all.add(volume.mount()));
        plan.tmpfs().forEach(tmpfs -> all.add(MountSpec.tmpfs(tmpfs)));
        plan.binds().forEach(bind -> all.add(MountSpec.bind(bind.source().toString(), bind.target(), bind.readOnly())));
        return all;
    }
}
