package dev.cupel.observe.run;

import dev.cupel.linux.namespace.NetworkNamespace;
import dev.cupel.observe.observation.ListeningSocket;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// The sockets of one container that wait for others. In a network of its own all are; in the machine's network, those that a
/// process of the container holds.
record OpenSockets(NetworkNamespace network, Network kind, ControlGroups groups) {
    private static final List<String> FILES = List.of("tcp", "tcp6", "udp", "udp6");

    List<ListeningSocket> listening() throws IOException {
        List<SocketTable.Waiting> all = waiting();
        if (kind != Network.HOST) {
            return all.stream().map(SocketTable.Waiting::socket).distinct().toList();
        }
        Set<Long> own = socketsHeld();
        return all.stream().filter(one -> own.contains(one.inode())).map(SocketTable.Waiting::socket).distinct().toList();
    }

    private List<SocketTable.Waiting> waiting() throws IOException {
        return network.read(() -> {
            List<SocketTable.Waiting> all = new ArrayList<>();
            for (String file : FILES) {
                Path table = Path.of("/proc/thread-self/net", file);
                if (Files.exists(table)) { // no tcp6 where IPv6 is switched off
                    String text = new String(Files.readAllBytes(table), StandardCharsets.US_ASCII);
                    all.addAll(SocketTable.parse(file.substring(0, 3), text));
                }
            }
            return all;
        });
    }

    private Set<Long> socketsHeld() throws IOException {
        Set<Long> inodes = new HashSet<>();
        for (int pid : groups.processes()) {
            File[] descriptors = new File("/proc/" + pid + "/fd").listFiles(); // null once the process has ended
            for (File descriptor : descriptors == null ? new File[0] : descriptors) {
                socketBehind(descriptor.toPath()).ifPresent(inodes::add);
            }
        }
        return inodes;
    }

    private static OptionalLong socketBehind(Path descriptor) throws IOException {
        try {
            String target = Files.readSymbolicLink(descriptor).toString(); // socket:[123]
            return target.startsWith("socket:[")
                    ? OptionalLong.of(Long.parseLong(target.substring("socket:[".length(), target.length() - 1)))
                    : OptionalLong.empty();
        } catch (NoSuchFileException e) {
            return OptionalLong.empty(); // closed since it was listed
        }
    }
}
