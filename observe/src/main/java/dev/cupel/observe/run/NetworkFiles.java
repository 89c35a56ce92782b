package dev.cupel.observe.run;

import dev.cupel.image.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The three files that every engine puts into a container: `/etc/hosts`, `/etc/hostname`, `/etc/resolv.conf`.
record NetworkFiles(Path directory, Network network, String hostname) {
    /// Nothing listens on port 53 of the loopback interface, so a look-up fails at once instead of after a time-out.
    private static final String NO_NAME_SERVER = "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n";

    List<MountSpec> mounts() throws IOException {
        boolean host = network == Network.HOST;
        String hosts = "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n127.0.0.1\t" + hostname + "\n";
        return List.of(
                mount("hosts", host ? machines("/etc/hosts", hosts) : hosts),
                mount("hostname", hostname + "\n"),
                mount("resolv.conf", host ? machines("/etc/resolv.conf", NO_NAME_SERVER) : NO_NAME_SERVER));
    }

    private MountSpec mount(String name, String content) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return MountSpec.bind(file.toString(), ImagePath.of("/etc/" + name), false);
    }

    private static String machines(String file, String otherwise) throws IOException {
        return Files.isReadable(Path.of(file)) ? Files.readString(Path.of(file)) : otherwise;
    }
}
