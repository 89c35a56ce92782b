package dev.cupel.observe.run;

import dev.cupel.linux.rooted.Folder;
import dev.cupel.linux.rooted.NodeKind;
import dev.cupel.linux.rooted.RootedDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A named pipe that a container writes its output to. The JVM's own pipes do not fit: they are closed when the runtime ends, and
/// the runtime ends long before the container.
///
/// @param error whether it is standard error that comes through
record OutputPipe(Path directory, String name, boolean error) {
    Path path() {
        return directory.resolve(name);
    }

    /// Makes the pipe, which must not be there, and begins to wait for its first writer; what comes goes to `output`.
    void openInto(Output output) throws IOException {
        try (RootedDirectory root = RootedDirectory.open(directory);
                Folder folder = root.folder("/".getBytes(StandardCharsets.US_ASCII))) {
            folder.makeNode(name.getBytes(StandardCharsets.US_ASCII), NodeKind.FIFO, 0, 0);
        }
        output.broughtBy(Thread.ofPlatform().name("container output").daemon().start(() -> read(output)));
    }

    private void read(Output output) {
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(path())) {
            int length = in.read(buffer);
            while (length >= 0) {
                output.take(error, buffer, length);
                length = in.read(buffer);
            }
        } catch (IOException e) {
            output.all().note("the output ends here: " + e.getMessage());
        }
    }
}
