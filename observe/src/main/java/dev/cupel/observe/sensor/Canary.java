package dev.cupel.observe.sensor;

import dev.cupel.image.ImagePath;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Known names that are asked for inside the container's control group before its command runs. A sensor that did not see all
/// of them does not see what the command does either. The names do not exist, so nothing in the container changes.
final class Canary {
    private static final String BEGINNING = "/cupel-canary-";
    private static final int NAMES = 8;
    private static final Set<AccessKind> WAYS = EnumSet.of(AccessKind.STAT, AccessKind.READ, AccessKind.EXECUTE);
    /// Joins the control group, then asks for each name in three ways.
    private static final String SCRIPT =
            """
            echo $$ > "$1" || exit 9
            shift
            for name do [ -e "$name" ]; (true < "$name"); "$name"; done
            exit 0
            """;

    private final String prefix;
    private final Set<String> awaited = new HashSet<>();

    Canary(Random random) {
        prefix = BEGINNING + Long.toUnsignedString(random.nextLong(), Character.MAX_RADIX) + "-";
    }

    /// Whether a path is some canary's.
    static boolean isOne(ImagePath path) {
        return path.text().startsWith(BEGINNING);
    }

    /// Lets the names be asked for by a process in the control group; returns when all were.
    void sing(Path cgroup) throws IOException {
        List<String> names = IntStream.range(0, NAMES).mapToObj(i -> prefix + i).toList();
        synchronized (awaited) {
            names.forEach(name -> WAYS.forEach(way -> awaited.add(key(name, way))));
        }
        List<String> command = Stream.concat(
                        Stream.of("/bin/sh", "-c", SCRIPT, "sh", cgroup.resolve("cgroup.procs").toString()), names.stream())
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        await(process, cgroup);
    }

    /// Whether the access is one of the names; it is no access of the image then.
    boolean saw(Access access) {
        if (!access.path().text().startsWith(prefix)) {
            return false;
        }
        synchronized (awaited) {
            awaited.remove(key(access.path().text(), access.kind()));
        }
        return true;
    }

    /// What was asked for and not seen.
    List<String> unseen() {
        synchronized (awaited) {
            return awaited.stream().sorted().toList();
        }
    }

    private static String key(String name, AccessKind way) {
        return way + " " + name.substring(1);
    }

    private static void await(Process process, Path cgroup) throws IOException {
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IOException("no process could be put into the control group " + cgroup + " (exit " + exit + ")");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the canary was through", e);
        }
    }
}
