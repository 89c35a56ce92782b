package dev.cupel.observe.run;

import dev.cupel.image.ImagePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One mount of a container (OCI runtime-spec 1.0, config.md, "Mounts").
record MountSpec(ImagePath target, String type, String source, List<String> options) {
    MountSpec {
        options = List.copyOf(options);
    }

    static MountSpec bind(String source, ImagePath target, boolean readOnly) {
        return new MountSpec(target, "bind", source, List.of("rbind", "rprivate", readOnly ? "ro" : "rw"));
    }

    static MountSpec tmpfs(Tmpfs tmpfs) {
        List<String> options = new ArrayList<>(List.of("nosuid", "nodev", "noexec"));
        options.addAll(tmpfs.options());
        return new MountSpec(tmpfs.target(), "tmpfs", "tmpfs", options);
    }

    /// What every container has.
    static List<MountSpec> system() {
        return List.of(
                of("/proc", "proc", "nosuid", "noexec", "nodev"),
                of("/dev", "tmpfs", "nosuid", "strictatime", "mode=755", "size=65536k"),
                of("/dev/pts", "devpts", "nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620", "gid=5"),
                of("/sys", "sysfs", "nosuid", "noexec", "nodev", "ro"),
                of("/sys/fs/cgroup", "cgroup", "nosuid", "noexec", "nodev", "ro"),
                of("/dev/mqueue", "mqueue", "nosuid", "noexec", "nodev"),
                of("/dev/shm", "tmpfs", "nosuid", "noexec", "nodev", "mode=1777", "size=67108864"));
    }

    /// Where a container with these mounts besides the system's own has other file systems.
    static List<String> placesOf(List<MountSpec> more) {
        return Stream.concat(system().stream(), more.stream()).map(one -> one.target().text()).toList();
    }

    private static MountSpec of(String target, String type, String... options) {
        return new MountSpec(ImagePath.of(target), type, type, List.of(options));
    }
}
