package dev.cupel.observe.journal;

import dev.cupel.image.CupelException;
import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.EngineAddress;
import dev.cupel.linux.mount.Unmount;
import dev.cupel.linux.process.ProcessIdentity;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One thing outside this program that lives on when the program is killed, and how it is taken away. Taking away what is not
/// there, or not there any more, does nothing: a journal is written before the thing is made.
public sealed interface Leftover {
    /// Takes it away.
    void clean() throws IOException;

    /// Whether it is processes of the maker's own: neither something that lies there, nor what an engine ends when it is asked.
    default boolean runs() {
        return switch (this) {
            case RuntimeContainer _, AtWork _, Processes _ -> true;
            case Mounted _, ControlGroups _, Folder _, InEngine _ -> false;
        };
    }

    /// The kind and facts as one line of the journal has them.
    List<String> fields();

    /// Where another program makes it for us and goes on when we are killed: waits until it is there, or until `age`, the time
    /// since it was written down, says that it will not come any more.
    default void awaitMaking(Duration age) throws IOException {
        // What this program makes by itself is not made any more once it is gone.
    }

    /// A file system mounted on a directory.
    record Mounted(Path point) implements Leftover {
        @Override
        public void clean() throws IOException {
            Unmount.detach(point);
        }

        @Override
        public List<String> fields() {
            return List.of("mount", point.toString());
        }
    }

    /// A container of an OCI runtime that keeps its state in `root`.
    record RuntimeContainer(Path runtime, Path root, String id) implements Leftover {
        @Override
        public void clean() throws IOException {
            new DeleteContainer(runtime, root, id).run();
        }

        @Override
        public List<String> fields() {
            return List.of("container", runtime.toString(), root.toString(), id);
        }
    }

    /// Runtime processes that are at work on the containers of one state directory.
    record AtWork(Path stateRoot) implements Leftover {
        @Override
        public void clean() throws IOException {
            new Invocations(stateRoot).end();
        }

        @Override
        public List<String> fields() {
            return List.of("at-work", stateRoot.toString());
        }
    }

    /// A container's processes, found by its first one: an ordinary user has no control group that holds them. Once that one has ended,
    /// so have they.
    record Processes(ProcessIdentity first) implements Leftover {
        @Override
        public void clean() throws IOException {
            if (first.alive()) {
                new Killing(ProcessSpace.of(first.pid())::processes).run(_ -> false);
            }
        }

        @Override
        public List<String> fields() {
            return List.of("processes", "" + first.pid(), "" + first.startTicks());
        }
    }

    /// The control groups of one name in every hierarchy, with all processes in them.
    record ControlGroups(String name) implements Leftover {
        @Override
        public void clean() throws IOException {
            for (ControlGroup group : ControlGroup.named(name)) {
                group.killAll(_ -> false);
                group.remove();
            }
        }

        @Override
        public List<String> fields() {
            return List.of("cgroup", name);
        }
    }

    /// A directory and all that is in it.
    record Folder(Path directory) implements Leftover {
        @Override
        public void clean() throws IOException {
            RemovedTree.of(directory);
        }

        @Override
        public List<String> fields() {
            return List.of("folder", directory.toString());
        }
    }

    /// Something that a container engine has for us, by the name we gave it.
    record InEngine(EngineThing kind, EngineAddress address, String name) implements Leftover {
        @Override
        public void clean() throws IOException {
            kind.remove(new Engine(address), name);
        }

        @Override
        public void awaitMaking(Duration age) throws IOException {
            long end = System.nanoTime() + kind.longestMaking().minus(age).toNanos();
            try {
                while (System.nanoTime() < end && !kind.exists(new Engine(address), name)) {
                    Waited.milliseconds(50);
                }
            } catch (CupelException e) {
                return; // an engine that is not there makes nothing; that it is not there, cleaning tells
            }
        }

        @Override
        public List<String> fields() {
            return List.of("engine", kind.name(), address.toString(), name);
        }
    }

    /// The line of the journal, without its end.
    default String line() {
        return fields().stream()
                .map(field -> URLEncoder.encode(field, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    /// Reads a line that [#line] wrote. Empty for anything else, such as the last line of a writer that was killed half-way: what
    /// it was about had not been made.
    static Optional<Leftover> parse(String line) {
        List<String> fields;
        try {
            fields = Arrays.stream(line.split(" ", -1)).map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8)).toList();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Stream<Leftover> known = switch (fields.getFirst()) {
            case "mount" -> one(fields, 2).map(f -> new Mounted(Path.of(f.get(1))));
            case "container" -> one(fields, 4).map(f -> new RuntimeContainer(Path.of(f.get(1)), Path.of(f.get(2)), f.get(3)));
            case "at-work" -> one(fields, 2).map(f -> new AtWork(Path.of(f.get(1))));
            case "processes" -> one(fields, 3)
                    .filter(f -> f.get(1).matches("[0-9]{1,9}") && f.get(2).matches("[0-9]{1,18}"))
                    .map(f -> new Processes(new ProcessIdentity(Integer.parseInt(f.get(1)), Long.parseLong(f.get(2)))));
            case "cgroup" -> one(fields, 2).map(f -> new ControlGroups(f.get(1)));
            case "engine" -> one(fields, 4).flatMap(f -> inEngine(f).stream());
            case "folder" -> one(fields, 2).map(f -> new Folder(Path.of(f.get(1))));
            default -> Stream.empty();
        };
        return known.findFirst();
    }

    private static Stream<List<String>> one(List<String> fields, int count) {
        return fields.size() == count ? Stream.of(fields) : Stream.empty();
    }

    private static Optional<Leftover> inEngine(List<String> fields) {
        return Arrays.stream(EngineThing.values())
                .filter(kind -> kind.name().equals(fields.get(1)))
                .<Leftover>map(kind -> new InEngine(kind, EngineAddress.parse(fields.get(2)), fields.get(3)))
                .findFirst();
    }
}
