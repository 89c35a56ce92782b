package dev.cupel.observe.run;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.image.engine.ContainerState;
import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.EngineRefusal;
import dev.cupel.linux.KernelLink;
import dev.cupel.linux.fanotify.ExecGate;
import dev.cupel.linux.mount.MountChanges;
import dev.cupel.linux.mount.MountPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The engine at work on a start, in a thread of its own, while the container's first process is waited for.
record EngineStart(Engine engine, ContainerState created, FutureTask<Boolean> start) {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(20); // from the engine's "started" to the exec

    static EngineStart begin(Engine engine, ContainerState created) {
        FutureTask<Boolean> start = new FutureTask<>(() -> {
            engine.containers().start(created.id());
            return true;
        });
        Thread.ofPlatform().name("engine start").daemon().start(start);
        return new EngineStart(engine, created, start);
    }

    /// Where the engine mounts the container's root; returns as soon as it has.
    MountPoint root(MountChanges changes) throws IOException {
        while (true) {
            boolean started = start.isDone();
            Optional<MountPoint> root = MountPoint.all().stream().filter(this::isRoot).findFirst();
            if (root.isPresent()) {
                return root.get();
            }
            if (started) {
                requireStarted();
                throw SameMachine.unseen(engine.address(), "the root that it mounted");
            }
            changes.await(LOOK);
        }
    }

    /// The classic store says where it mounts; containerd's mounts in a folder named after the container.
    private boolean isRoot(MountPoint mount) {
        return created.mergedRoot().isEmpty()
                ? mount.type().equals("overlay") && mount.point().contains(created.id())
                : mount.point().equals(created.mergedRoot());
    }

    /// The container's first process, once it waits at the gate.
    int firstAt(ExecGate gate) throws IOException {
        long begun = System.nanoTime();
        while (true) {
            boolean started = start.isDone();
            OptionalInt held = gate.await(LOOK);
            if (held.isPresent()) {
                return checked(held.getAsInt());
            }
            if (!started) {
                begun = System.nanoTime();
            } else {
                requireStarted();
                if (!state().running() || System.nanoTime() - begun > LONGEST.toNanos()) {
                    throw tooLate();
                }
            }
        }
    }

    /// Whoever comes first is somebody else where the first process has been through before the gate was there.
    private int checked(int held) throws IOException {
        requireStarted();
        int init = state().pid();
        if (init == held && !runsOwnProgram(init)) {
            return init;
        }
        if (init > 0 && !Files.exists(Path.of("/proc/" + init))) {
            throw SameMachine.unseen(engine.address(), "the process that it started");
        }
        throw tooLate();
    }

    /// Whether the process runs a program of its own root by now, and not the runtime any more.
    private static boolean runsOwnProgram(int pid) throws IOException {
        Path program = Path.of("/proc/" + pid + "/exe");
        Optional<String> name = KernelLink.read(program.toString());
        Path inside = Path.of("/proc/" + pid + "/root" + name.orElse("/"));
        return Files.exists(inside) && Files.isSameFile(program, inside);
    }

    private ContainerState state() throws IOException {
        return engine.containers().inspect(created.id())
                .orElseThrow(() -> new IOException("somebody removed the container " + created.name() + " while it was started"));
    }

    private void requireStarted() throws IOException {
        try {
            start.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineRefusal refusal) {
                throw notStarted(refusal);
            }
            if (e.getCause() instanceof CupelException told) {
                throw told;
            }
            throw new IOException("the container was not started: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a container was started", e);
        }
    }

    private static CupelException notStarted(EngineRefusal refusal) {
        return new CupelException(
                Fault.ENVIRONMENT,
                "Docker Engine cannot start the container: " + Quoted.of(reason(refusal.words())) + ".",
                "If the command is not in the image, name another with --entrypoint; else see whether `docker run` starts it.",
                refusal);
    }

    /// The runtime's reason stands behind those who passed it on.
    private static String reason(String words) {
        return words.replaceFirst("^.*?(container process: |container process caused: )", "").replaceFirst(": unknown$", "");
    }

    private static CupelException tooLate() {
        return new CupelException(
                Fault.ENVIRONMENT,
                "The image's command began, or ended without beginning, before it could be watched.",
                "See whether `docker run` starts it; on a busy machine run it again. A static program on a volume cannot be held: leave"
                        + " --runtime docker out for that one.");
    }
}
