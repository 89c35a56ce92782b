package dev.cupel.linux.namespace;

import dev.cupel.linux.CString;
import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.KernelLink;
import dev.cupel.linux.process.OwnThread;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.concurrent.Callable;

/// The network that a process sees. The namespace is held open, so it stays the same one when the process has ended and its
/// number is another's.
public final class NetworkNamespace implements AutoCloseable {
    private static final long NETWORK = 0x40000000; // CLONE_NEWNET, linux/sched.h
    private static final long HERE = -100; // AT_FDCWD
    private static final long CLOSE_ON_EXEC = 02000000;

    private final Descriptor namespace;

    private NetworkNamespace(Descriptor namespace) {
        this.namespace = namespace;
    }

    /// The network namespace of a process of this machine.
    public static NetworkNamespace of(int pid) throws IOException {
        return new NetworkNamespace(opened("/proc/" + pid + "/ns/net"));
    }

    /// A new one that has nothing but a loopback interface, and that one is down: not even 127.0.0.1 answers.
    public static NetworkNamespace unconnected() throws IOException {
        return OwnThread.call("new network", () -> {
            Call.UNSHARE.invoke(NETWORK);
            return new NetworkNamespace(opened("/proc/thread-self/ns/net"));
        });
    }

    /// Runs the action on a thread of its own inside the namespace. Sockets are bound to it when they are made, so they work on
    /// any thread later; threads that the action starts inherit it. What the action throws comes out as it is.
    public <T> T call(Callable<T> action) throws Exception {
        return OwnThread.call("in network", () -> {
            join();
            return action.call();
        });
    }

    /// The same for an action that only does I/O.
    public <T> T read(OwnThread.Action<T, IOException> action) throws IOException {
        return OwnThread.call("in network", () -> {
            join();
            return action.call();
        });
    }

    /// Leaves it as little as [#unconnected] has: its loopback interface goes down.
    public void silence() throws IOException {
        read(() -> {
            Loopback.down();
            return true;
        });
    }

    /// A path to it for other programs, good until this is closed.
    public String path() {
        return "/proc/" + ProcessHandle.current().pid() + "/fd/" + namespace.number();
    }

    @Override
    public void close() throws IOException {
        namespace.close();
    }

    /// The machine's own network may be joined by the machine's root alone; who is in it already need not.
    private void join() throws IOException {
        String own = KernelLink.read("/proc/thread-self/ns/net").orElseThrow();
        if (!KernelLink.read(namespace.path()).equals(Optional.of(own))) {
            Call.SETNS.invoke(namespace.number(), NETWORK);
        }
    }

    private static Descriptor opened(String path) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            return new Descriptor(Call.OPENAT.invoke(HERE, CString.of(arena, path), CLOSE_ON_EXEC));
        }
    }
}
