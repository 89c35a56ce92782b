package dev.cupel.observe.run;

import dev.cupel.linux.rooted.Folder;
import dev.cupel.linux.rooted.NodeKind;
import dev.cupel.linux.rooted.RootedDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A named pipe that a container writes its output to, and the thread that reads it. The JVM's own pipes do not fit: they are
/// closed when the runtime ends, and the runtime ends long before the container.
final class OutputPipe {
    private final Path pipe;
    private final List<OutputRing> rings;
    private final Thread reader;

    private OutputPipe(Path pipe, List<OutputRing> rings) {
        this.pipe = pipe;
        this.rings = List.copyOf(rings);
        this.reader = Thread.ofPlatform().name("container output").daemon().unstarted(this::read);
    }

    /// Makes the pipe in a directory and waits for its first writer; what comes goes to each of the rings.
    static OutputPipe in(Path directory, String name, List<OutputRing> rings) throws IOException {
        try (RootedDirectory root = RootedDirectory.open(directory);
                Folder folder = root.folder("/".getBytes(StandardCharsets.US_ASCII))) {
            folder.makeNode(name.getBytes(StandardCharsets.US_ASCII), NodeKind.FIFO, 0, 0);
        }
        OutputPipe made = new OutputPipe(directory.resolve(name), rings);
        made.reader.start();
        return made;
    }

    Path path() {
        return pipe;
    }

    /// What the last of the rings has kept.
    String text() {
        return rings.getLast().text();
    }

    /// Waits until the last writer has closed it and everything is read, at most so long.
    void awaitEnd(Duration timeout) {
        try {
            reader.join(timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(pipe)) {
            int length = in.read(buffer);
            while (length >= 0) {
                keep(buffer, length);
                length = in.read(buffer);
            }
        } catch (IOException e) {
            rings.getFirst().note("the output ends here: " + e.getMessage());
        }
    }

    private void keep(byte[] bytes, int length) {
        for (OutputRing ring : rings) {
            ring.add(bytes, length);
        }
    }
}
