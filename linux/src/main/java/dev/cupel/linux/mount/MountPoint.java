package dev.cupel.linux.mount;

import java.nio.charset.StandardCharsets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One line of `/proc/PID/mountinfo` (proc_pid_mountinfo(5)).
///
/// @param root the directory of its file system that is mounted
/// @param point where
/// @param type of the file system, such as `overlay`
/// @param superOptions options of the file system, as the kernel prints them
public record MountPoint(String root, String point, String type, String superOptions) {
    private static final int LONGEST_LINE = 1 << 16;

    /// The mounts that this process sees, in the order they were made.
    public static List<MountPoint> all() throws IOException {
        String text = new String(Files.readAllBytes(Path.of("/proc/self/mountinfo")), StandardCharsets.UTF_8);
        return text.lines().map(MountPoint::parse).flatMap(Optional::stream).toList();
    }

    /// The value of an option of its file system, such as `upperdir`; empty where it has none.
    public Optional<String> option(String name) {
        return Arrays.stream(superOptions.split(",", -1))
                .filter(one -> one.startsWith(name + "="))
                .map(one -> plain(one.substring(name.length() + 1)))
                .findFirst();
    }

    /// Reads one line; empty where it is none.
    public static Optional<MountPoint> parse(String line) {
        String[] parts = line.split(" ", -1);
        int dash = 6;
        while (dash < parts.length && !parts[dash].equals("-")) {
            dash++;
        }
        if (line.length() > LONGEST_LINE || dash + 3 >= parts.length) {
            return Optional.empty();
        }
        return Optional.of(new MountPoint(plain(parts[3]), plain(parts[4]), plain(parts[dash + 1]), parts[dash + 3]));
    }

    /// Blanks, tabs, line feeds and backslashes are written in octal.
    private static String plain(String escaped) {
        return escaped.replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\");
    }
}
