package dev.cupel.observe.sensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A directory of the version 2 control group hierarchy, as eBPF knows it.
///
/// @param id its inode number
/// @param level how deep it lies below the hierarchy's root, whose level is 0
record ControlGroup(long id, int level) {
    /// Reads what the directory is; an [IOException] where it is in no version 2 hierarchy.
    static ControlGroup at(Path directory) throws IOException {
        Path real = directory.toRealPath();
        for (String line : Files.readAllLines(Path.of("/proc/self/mountinfo"))) {
            Optional<Integer> level = levelBelow(line, real);
            if (level.isPresent()) {
                return new ControlGroup((Long) Files.getAttribute(real, "unix:ino"), level.get());
            }
        }
        throw new IOException(directory + " is in no control group hierarchy of version 2; mount one at /sys/fs/cgroup");
    }

    /// The level of a directory that lies below the mount of this line of mountinfo (proc(5)).
    private static Optional<Integer> levelBelow(String line, Path directory) {
        List<String> fields = List.of(line.split(" "));
        int dash = fields.indexOf("-");
        if (dash < 6 || !fields.get(dash + 1).equals("cgroup2") || !directory.startsWith(fields.get(4))) {
            return Optional.empty();
        }
        int above = Path.of(fields.get(3)).getNameCount(); // what of the hierarchy is mounted there
        return Optional.of(above + Path.of(fields.get(4)).relativize(directory).getNameCount());
    }
}
