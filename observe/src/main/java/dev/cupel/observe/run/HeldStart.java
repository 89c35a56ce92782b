package dev.cupel.observe.run;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.engine.ContainerState;
import dev.cupel.image.engine.Engine;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.fanotify.ExecGate;
import dev.cupel.linux.mount.MountChanges;
import dev.cupel.linux.mount.MountPoint;
import java.io.IOException;
import java.nio.file.Path;

/// The start of a container by an engine, which makes and starts in one step, stopped where `runc create` would stop: everything
/// is prepared, and the first process is about to run the command. As soon as the engine has mounted the root, a gate is put
/// before every program in it; the first who comes is the first process, and waits there until [#release].
///
/// @param root where the container's root is mounted on this machine
/// @param initPid the process that waits
record HeldStart(ExecGate gate, MountPoint root, int initPid) {
    /// Starts a container that was created. A command that the engine cannot start, or that began before it could be held, is a
    /// [CupelException]; the container is the caller's to remove.
    static HeldStart of(Engine engine, ContainerState created) throws IOException {
        try (MountChanges changes = MountChanges.open()) {
            EngineStart start = EngineStart.begin(engine, created);
            MountPoint root = start.root(changes);
            ExecGate gate = gateBefore(root); // some 100 ms before the runtime is ready to run anything
            try {
                return new HeldStart(gate, root, start.firstAt(gate));
            } catch (IOException | RuntimeException e) {
                gate.close();
                throw e;
            }
        }
    }

    private static ExecGate gateBefore(MountPoint root) throws IOException {
        try {
            return ExecGate.before(Path.of(root.point()));
        } catch (ErrnoException e) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Cannot hold a container of Docker Engine at its start: " + e.getMessage() + ".",
                    "Run Cupel as root on the host (CAP_SYS_ADMIN), with a kernel that has CONFIG_FANOTIFY_ACCESS_PERMISSIONS; or leave"
                            + " --runtime docker out; or use --no-run: larger, and nothing is proven.",
                    e);
        }
    }

    /// Lets the command begin.
    void release() throws IOException {
        gate.close();
    }

    /// Where what the container writes ends up.
    Path upperDirectory() {
        Path merged = Path.of(root.point());
        // A stack of many layers is mounted from within the store's folder, with shorter, relative names.
        return merged.resolve("../..").resolve(root.option("upperdir").orElse("diff")).normalize();
    }
}
