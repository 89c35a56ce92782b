package dev.cupel.observe.run;

import dev.cupel.observe.observation.ListeningSocket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The sockets of a network as `/proc/PID/net/{tcp,tcp6,udp,udp6}` tell them (proc_pid_net(5)): those that wait for others.
final class SocketTable {
    private static final int MOST_LINES = 100_000;
    private static final String TCP_LISTEN = "0A"; // net/tcp_states.h
    private static final String UDP_UNCONNECTED = "07";

    /// @param inode of the socket, by which its owner is found
    record Waiting(ListeningSocket socket, long inode) {}

    private SocketTable() {}

    /// The waiting sockets of one file; `protocol` is `tcp` or `udp`.
    static List<Waiting> parse(String protocol, String text) {
        String state = protocol.equals("tcp") ? TCP_LISTEN : UDP_UNCONNECTED;
        return text.lines().skip(1).limit(MOST_LINES).flatMap(line -> waiting(protocol, state, line).stream()).toList();
    }

    private static Optional<Waiting> waiting(String protocol, String state, String line) {
        String[] fields = line.strip().split(" +", -1);
        if (fields.length < 10 || !fields[3].equals(state) || !fields[9].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        String[] local = fields[1].split(":", -1);
        if (local.length != 2 || !local[0].matches("([0-9A-F]{8}|[0-9A-F]{32})") || !local[1].matches("[0-9A-F]{4}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(local[1], 16);
        return Optional.of(new Waiting(new ListeningSocket(protocol, address(local[0]), port), Long.parseLong(fields[9])));
    }

    /// Words of 32 bits in the processor's order, which is little-endian wherever Cupel runs.
    private static String address(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        for (int word = 0; word < bytes.length; word += 4) {
            swap(bytes, word, word + 3);
            swap(bytes, word + 1, word + 2);
        }
        if (hex.matches("0+")) {
            return bytes.length == 4 ? "0.0.0.0" : "::";
        }
        try {
            return InetAddress.getByAddress(bytes).getHostAddress().replaceFirst("^0:0:0:0:0:0:0:1$", "::1");
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of 4 or 16 bytes is one", e);
        }
    }

    private static void swap(byte[] bytes, int a, int b) {
        byte kept = bytes[a];
        bytes[a] = bytes[b];
        bytes[b] = kept;
    }
}
