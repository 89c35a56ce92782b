package dev.cupel.linux.namespace;

import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// The loopback interface of the network that the calling thread is in (netdevice(7)).
final class Loopback {
    private static final int AF_INET = 2;
    private static final long DATAGRAM_CLOSE_ON_EXEC = 2 | 02000000;
    private static final long GET_FLAGS = 0x8913; // SIOCGIFFLAGS, linux/sockios.h
    private static final long SET_FLAGS = 0x8914;
    private static final int REQUEST_BYTES = 40; // struct ifreq: char name[16], then a union whose flags are a short
    private static final int AT_FLAGS = 16;
    private static final int UP = 0x1; // IFF_UP, linux/if.h

    private Loopback() {}

    /// Takes it down: not even 127.0.0.1 answers any more.
    static void down() throws IOException {
        try (Arena arena = Arena.ofConfined();
                Descriptor socket = new Descriptor(Call.SOCKET.invoke(AF_INET, DATAGRAM_CLOSE_ON_EXEC, 0))) {
            MemorySegment request = arena.allocate(REQUEST_BYTES, 8);
            request.asSlice(0, 2).copyFrom(MemorySegment.ofArray("lo".getBytes(StandardCharsets.US_ASCII)));
            Call.IOCTL.invoke(socket.number(), GET_FLAGS, request.address());
            short flags = request.get(JAVA_SHORT, AT_FLAGS);
            request.set(JAVA_SHORT, AT_FLAGS, (short) (flags & ~UP));
            Call.IOCTL.invoke(socket.number(), SET_FLAGS, request.address());
        }
    }
}
