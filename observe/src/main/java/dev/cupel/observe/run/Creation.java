package dev.cupel.observe.run;

import dev.cupel.observe.journal.Leftover;
import dev.cupel.observe.sensor.ProcessParent;
import dev.cupel.observe.sensor.SensorTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A container that a runtime has just created.
///
/// @param bundle the directory with its configuration
/// @param merged where its root is mounted on this machine
/// @param initPid its first process, which waits before the command
/// @param parent who starts the runtime's commands for it
record Creation(
        OciRuntime runtime, String id, Path bundle, Path merged, RuntimeConfig config, int initPid, Output output, ProcessParent parent) {

    ControlGroups groups() {
        return new ControlGroups(id);
    }

    Leftover leftover() {
        return leftover(runtime, id);
    }

    static Leftover leftover(OciRuntime runtime, String id) {
        return new Leftover.RuntimeContainer(runtime.program(), runtime.stateRoot(), id);
    }

    SensorTarget sensorTarget() throws IOException {
        List<String> mounts = new ArrayList<>();
        MountSpec.system().forEach(one -> mounts.add(one.target().text()));
        config.mounts().forEach(one -> mounts.add(one.target().text()));
        return new SensorTarget(initPid, merged, ControlGroups.unifiedOf(initPid), mounts);
    }
}
