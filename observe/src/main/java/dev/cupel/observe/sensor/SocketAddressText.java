package dev.cupel.observe.sensor;

import dev.cupel.linux.KernelText;
import dev.cupel.observe.observation.ListeningSocket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads socket addresses as system calls carry them (`struct sockaddr`, linux/un.h, in.h, in6.h), a character a byte.
final class SocketAddressText {
    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOCK_DGRAM = 2;

    private SocketAddressText() {}

    /// The file that a UNIX address names, as the program wrote it; empty for abstract names and other families.
    static Optional<String> unixPath(String address) {
        ByteBuffer bytes = bytes(address);
        return family(bytes) == AF_UNIX && bytes.limit() > 2 && bytes.get(2) != 0
                ? Optional.of(KernelText.read(bytes.position(2)))
                : Optional.empty();
    }

    /// `1.2.3.4:80`, `[::1]:80`, a UNIX path, or `@` and an abstract name; empty for families that name no peer.
    static Optional<String> peer(String address) {
        ByteBuffer bytes = bytes(address);
        return switch (family(bytes)) {
            case AF_UNIX -> unixPath(address).or(() -> Optional.of("@" + KernelText.read(bytes.position(Math.min(3, bytes.limit())))));
            case AF_INET -> bytes.limit() < 8
                    ? Optional.empty()
                    : Optional.of(host(bytes, 4, 4) + ":" + port(bytes));
            case AF_INET6 -> bytes.limit() < 24
                    ? Optional.empty()
                    : Optional.of("[" + host(bytes, 8, 16) + "]:" + port(bytes));
            default -> Optional.empty();
        };
    }

    /// The socket that would wait for connections there; empty for other families and where the kernel chooses the port.
    static Optional<ListeningSocket> bound(String address) {
        ByteBuffer bytes = bytes(address);
        return switch (family(bytes)) {
            case AF_INET -> bytes.limit() < 8 || port(bytes) == 0
                    ? Optional.empty()
                    : Optional.of(new ListeningSocket("tcp", host(bytes, 4, 4), port(bytes)));
            case AF_INET6 -> bytes.limit() < 24 || port(bytes) == 0
                    ? Optional.empty()
                    : Optional.of(new ListeningSocket("tcp", host(bytes, 8, 16), port(bytes)));
            default -> Optional.empty();
        };
    }

    /// What `TraceEvent.Kind#LISTENER` tells.
    static Optional<ListeningSocket> listener(String structure) {
        ByteBuffer bytes = bytes(structure);
        String protocol = bytes.getInt(28) == SOCK_DGRAM ? "udp" : "tcp";
        return switch (bytes.getInt(0)) {
            case AF_INET -> Optional.of(new ListeningSocket(protocol, host(bytes, 8, 4), bytes.getInt(4)));
            case AF_INET6 -> Optional.of(new ListeningSocket(protocol, host(bytes, 12, 16), bytes.getInt(4)));
            default -> Optional.empty();
        };
    }

    private static int family(ByteBuffer bytes) {
        return bytes.limit() < 2 ? -1 : bytes.getShort(0);
    }

    private static int port(ByteBuffer bytes) {
        return bytes.duplicate().order(ByteOrder.BIG_ENDIAN).getShort(2) & 0xffff;
    }

    private static String host(ByteBuffer bytes, int at, int length) {
        try {
            byte[] address = new byte[length];
            bytes.get(at, address);
            String text = InetAddress.getByAddress(address).getHostAddress();
            return text.equals("0:0:0:0:0:0:0:0") ? "::" : text.equals("0:0:0:0:0:0:0:1") ? "::1" : text;
        } catch (UnknownHostException e) {
            throw new AssertionError("four and sixteen bytes are addresses", e);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)).order(ByteOrder.nativeOrder());
    }
}
