package dev.cupel.observe.journal;

import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.mount.MountPoint;
import dev.cupel.linux.process.Orphans;
import dev.cupel.linux.process.PidDescriptor;
import dev.cupel.linux.process.ProcessIdentity;
import dev.cupel.linux.process.Signal;
import dev.cupel.linux.process.Subreaper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntPredicate;

/// One directory of a control group hierarchy (cgroups(7)); a container has one in the only hierarchy of version 2, or one in
/// each of version 1.
///
/// @param hierarchy `cgroup2`, or `cgroup` for version 1
public record ControlGroup(Path directory, String hierarchy) {
    private static final int ROUNDS = 2000; // of killing; a process that forks meanwhile is met again in the next one
    private static final long PAUSE_MILLISECONDS = 5;

    /// The groups of this name, such as `cupel/a1b2`, in all hierarchies that are mounted and have it.
    public static List<ControlGroup> named(String name) throws IOException {
        List<ControlGroup> found = new ArrayList<>();
        for (MountPoint mount : MountPoint.all()) {
            Path directory = Path.of(mount.point()).resolve(name);
            if (mount.type().startsWith("cgroup") && Files.isDirectory(directory)) {
                found.add(new ControlGroup(directory, mount.type()));
            }
        }
        return found;
    }

    /// Where version 2 is mounted: by itself, or beside version 1.
    public static Optional<Path> unified() throws IOException {
        return MountPoint.all().stream().filter(mount -> mount.type().equals("cgroup2")).map(mount -> Path.of(mount.point())).findFirst();
    }

    /// The processes in it, those of groups below it too.
    public List<Integer> processes() throws IOException {
        List<Integer> all = new ArrayList<>();
        for (Path group : withGroupsBelow()) {
            text(group.resolve("cgroup.procs")).ifPresent(text -> text.lines().map(Integer::valueOf).forEach(all::add));
        }
        return all;
    }

    /// Kills what is in it until nothing is. Whoever of them became a child of this program is reaped; `reapedElsewhere` says
    /// whose end another thread waits for.
    public void killAll(IntPredicate reapedElsewhere) throws IOException {
        Path killSwitch = directory.resolve("cgroup.kill"); // since 5.14, version 2
        if (Files.exists(killSwitch)) {
            Files.writeString(killSwitch, "1");
        }
        Set<Integer> seen = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Integer> left = processes();
            seen.addAll(left);
            for (int pid : left) {
                kill(pid);
            }
            Orphans.reap();
            boolean more = !left.isEmpty();
            for (int pid : seen) {
                more |= reapedElsewhere.test(pid) ? ProcessIdentity.of(pid).isPresent() : Subreaper.isRunningChild(pid);
            }
            if (!more) {
                return;
            }
            Waited.milliseconds(PAUSE_MILLISECONDS);
        }
        throw new IOException("processes in the control group " + directory + " survive SIGKILL: " + processes());
    }

    /// Removes the empty group and the empty groups below it.
    public void remove() throws IOException {
        for (Path group : withGroupsBelow().reversed()) {
            removeOne(group);
        }
    }

    /// A number that the group keeps in a file, such as `memory.peak`; empty where it does not.
    public OptionalLong number(String file) throws IOException {
        Optional<String> text = text(directory.resolve(file)).map(String::strip).filter(one -> one.matches("[0-9]{1,18}"));
        return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
    }

    /// A number from a file of `name number` lines, such as `oom_kill` of `memory.events`; empty where there is none.
    public OptionalLong number(String file, String key) throws IOException {
        return text(directory.resolve(file)).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(key + " "))
                .mapToLong(line -> Long.parseLong(line.substring(key.length() + 1).strip()))
                .findFirst();
    }

    /// The kernel refuses for a moment after the last process has gone.
    private static void removeOne(Path group) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            try {
                Files.deleteIfExists(group);
                return;
            } catch (DirectoryNotEmptyException e) {
                throw e;
            } catch (FileSystemException e) {
                if (round == ROUNDS - 1) {
                    throw e;
                }
                Waited.milliseconds(PAUSE_MILLISECONDS);
            }
        }
    }

    private static void kill(int pid) throws IOException {
        try (PidDescriptor process = PidDescriptor.open(pid)) {
            process.send(Signal.KILL);
        } catch (ErrnoException e) {
            if (e.errno() != Errno.ESRCH) {
                throw e;
            }
        }
    }

    private List<Path> withGroupsBelow() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var tree = Files.walk(directory)) {
            return tree.filter(Files::isDirectory).toList();
        }
    }

    private static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (Files.exists(file)) {
                throw e;
            }
            return Optional.empty(); // the group went away while it was read: ENODEV
        }
    }
}
