package dev.cupel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A user who is not root, and Cupel where he can read it. The machine's accounts stay as they are: he stands in an `/etc` that only
/// the programs see which a test starts as him.
///
/// @param folder his home is in it, and all else
record OrdinaryUser(Path folder) {
    private static final int ID = 61_234;
    private static final String NAME = "cupel-test";
    private static final String BECOME =
            """
            folder=$1 id=$2 freedom=$3
            shift 3
            mount -t overlay -o "lowerdir=/etc,upperdir=$folder/etc,workdir=$folder/work" cupel /etc || exit 99
            if [ "$freedom" = chroot ]; then
              mount --rbind / "$folder/root" || exit 99
              set -- chroot "$folder/root" "$@"
            fi
            cd "$folder/home"
            exec "$@"
            """;

    /// What he may do.
    enum Freedom {
        /// Make user namespaces, with 65,536 subordinate users and groups.
        SUBORDINATE_IDS,
        /// Make user namespaces.
        USUAL,
        /// Make none: the kernel grants none to a program in a changed root (user_namespaces(7), EPERM of unshare(2)).
        CHROOT
    }

    static OrdinaryUser in(Path folder, Freedom freedom) throws IOException {
        for (String name : List.of("home", "etc", "work", "root", "jars")) {
            Files.createDirectory(folder.resolve(name));
        }
        Path etc = folder.resolve("etc");
        String home = folder.resolve("home").toString();
        Files.writeString(etc.resolve("passwd"), "root:x:0:0::/root:/bin/sh\n%s:x:%d:%d::%s:/bin/sh\n".formatted(NAME, ID, ID, home));
        String ids = freedom == Freedom.SUBORDINATE_IDS ? NAME + ":1100000:65536\n" : "";
        Files.writeString(etc.resolve("subuid"), ids);
        Files.writeString(etc.resolve("subgid"), ids);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setAttribute(folder.resolve("home"), "unix:uid", ID);
        Files.setAttribute(folder.resolve("home"), "unix:gid", ID);
        OrdinaryUser user = new OrdinaryUser(folder);
        user.copyProgram();
        return user;
    }

    /// A file in his folder that he can read.
    Path given(Path file) throws IOException {
        return Files.copy(file, folder.resolve(file.getFileName().toString()));
    }

    /// Starts Cupel's command line as him, in his home. The process is Cupel itself, whatever it replaces itself by.
    Process start(Freedom freedom, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", BECOME, "sh", folder.toString(), "" + ID));
        command.add(freedom == Freedom.CHROOT ? "chroot" : "");
        command.addAll(List.of("setpriv", "--reuid", "" + ID, "--regid", "" + ID, "--clear-groups"));
        command.addAll(List.of("env", "-i", "HOME=" + folder.resolve("home"), "PATH=" + System.getenv("PATH")));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "dev.cupel.cli.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    /// Where his runs are while they last.
    List<Path> workplaces() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("home/.local/state/cupel/runs"))) {
            return runs.filter(Files::isDirectory).toList();
        }
    }

    /// What lies in his home and would withstand `rm -r`: folders of somebody else's, or closed to him.
    List<Path> unremovable() throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(folder.resolve("home"))) {
            for (Path one : tree.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
                boolean his = Integer.valueOf(ID).equals(Files.getAttribute(one, "unix:uid"));
                int mode = (int) Files.getAttribute(one, "unix:mode");
                if (!his || (mode & 0700) != 0700) {
                    all.add(one);
                }
            }
        }
        return all;
    }

    private void copyProgram() throws IOException {
        int number = 0;
        for (Path part : Arrays.stream(System.getProperty("java.class.path").split(":")).map(Path::of).toList()) {
            Path copy = folder.resolve("jars").resolve(number++ + "-" + part.getFileName());
            if (Files.isDirectory(part)) {
                copyTree(part, copy);
            } else if (Files.isRegularFile(part)) {
                Files.copy(part, copy);
            }
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Files.copy(one, to.resolve(from.relativize(one).toString()));
            }
        }
    }

    private String classPath() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("jars"))) {
            return String.join(":", all.map(Path::toString).sorted().toList());
        }
    }
}
