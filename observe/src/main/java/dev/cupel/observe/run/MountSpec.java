package dev.cupel.observe.run;

import dev.cupel.image.ImagePath;
import dev.cupel.linux.namespace.UserNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One mount of a container (OCI runtime-spec 1.0, config.md, "Mounts").
record MountSpec(ImagePath target, String type, String source, List<String> options) {
    private static final int TTY = 5; // in every distribution

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

    /// What every container has. The machine's own network is not of a user namespace, nor is what `/sys` tells about it: there the
    /// machine's `/sys` is shown. Terminals belong to the group `tty`, where there is one.
    static List<MountSpec> system(UserNamespace namespace, Network network) {
        boolean own = namespace.isInitial() || network != Network.HOST;
        return List.of(
                of("/proc", "proc", "nosuid", "noexec", "nodev"),
                of("/dev", "tmpfs", "nosuid", "strictatime", "mode=755", "size=65536k"),
                terminals(namespace.groups().has(TTY)),
                own ? of("/sys", "sysfs", "nosuid", "noexec", "nodev", "ro") : bind("/sys", ImagePath.of("/sys"), true),
                of("/sys/fs/cgroup", "cgroup", "nosuid", "noexec", "nodev", "ro"),
                of("/dev/mqueue", "mqueue", "nosuid", "noexec", "nodev"),
                of("/dev/shm", "tmpfs", "nosuid", "noexec", "nodev", "mode=1777", "size=67108864"));
    }

    private static MountSpec terminals(boolean ofTheirGroup) {
        List<String> options = new ArrayList<>(List.of("nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620"));
        if (ofTheirGroup) {
            options.add("gid=" + TTY);
        }
        return new MountSpec(ImagePath.of("/dev/pts"), "devpts", "devpts", options);
    }

    /// Where a container with these mounts has other file systems.
    static List<String> placesOf(List<MountSpec> system, List<MountSpec> more) {
        return Stream.concat(system.stream(), more.stream()).map(one -> one.target().text()).toList();
    }

    private static MountSpec of(String target, String type, String... options) {
        return new MountSpec(ImagePath.of(target), type, type, List.of(options));
    }
}
