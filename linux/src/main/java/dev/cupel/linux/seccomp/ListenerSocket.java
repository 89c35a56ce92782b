package dev.cupel.linux.seccomp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// The socket at `listenerPath` (OCI runtime-spec 1.1, config-linux.md, "Seccomp"): for every process that the runtime puts a
/// filter on it connects once and sends the descriptor of that filter (SCM_RIGHTS) along with the container's state.
public final class ListenerSocket implements AutoCloseable {
    private static final int AF_UNIX = 1; // linux/socket.h, as below
    private static final int SOCK_STREAM = 1;
    private static final int SOCK_CLOEXEC = 0_2000000;
    private static final int SOL_SOCKET = 1;
    private static final int SCM_RIGHTS = 1;
    private static final int MSG_CMSG_CLOEXEC = 0x40000000;
    private static final int LONGEST_PATH = 107; // struct sockaddr_un, without the NUL
    private static final int BACKLOG = 16;
    private static final int STATE_BYTES = 64 << 10;

    private final Descriptor socket;

    private ListenerSocket(Descriptor socket) {
        this.socket = socket;
    }

    /// Listens at the path, which must not exist yet and have at most 107 bytes.
    public static ListenerSocket at(Path path) throws IOException {
        byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
        if (name.length > LONGEST_PATH) {
            throw new IOException("the socket's path " + path + " is longer than " + LONGEST_PATH + " bytes");
        }
        Descriptor socket = new Descriptor(Call.SOCKET.invoke(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(LONGEST_PATH + 3L, 8);
            address.set(JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(name, 0, address, JAVA_BYTE, 2, name.length);
            Call.BIND.invoke(socket.number(), address.address(), address.byteSize());
            Call.LISTEN.invoke(socket.number(), BACKLOG);
            return new ListenerSocket(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Accepts one connection and takes the descriptor that comes with it; empty where none comes. Blocks: see [Readiness].
    public Optional<Listener> accept() throws IOException {
        try (Descriptor connection = new Descriptor(Call.ACCEPT4.invoke(socket.number(), 0, 0, SOCK_CLOEXEC));
                Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE_BYTES);
            MemorySegment part = arena.allocate(16, 8); // struct iovec
            part.set(JAVA_LONG, 0, state.address());
            part.set(JAVA_LONG, 8, STATE_BYTES);
            MemorySegment control = arena.allocate(64, 8); // struct cmsghdr: u64 length, int level, int type, data
            MemorySegment message = arena.allocate(56, 8); // struct msghdr
            message.set(JAVA_LONG, 16, part.address()); // msg_iov
            message.set(JAVA_LONG, 24, 1); // msg_iovlen
            message.set(JAVA_LONG, 32, control.address()); // msg_control
            message.set(JAVA_LONG, 40, control.byteSize()); // msg_controllen
            Call.RECVMSG.invoke(connection.number(), message.address(), MSG_CMSG_CLOEXEC);
            boolean carries = message.get(JAVA_LONG, 40) >= 20
                    && control.get(JAVA_INT, 8) == SOL_SOCKET
                    && control.get(JAVA_INT, 12) == SCM_RIGHTS;
            return carries ? Optional.of(new Listener(new Descriptor(control.get(JAVA_INT, 16)))) : Optional.empty();
        }
    }

    int number() {
        return socket.number();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
