package dev.cupel.observe.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Kills a container and makes its runtime forget it: `RUNTIME --root ROOT delete --force ID`.
record DeleteContainer(Path runtime, Path root, String id) {
    void run() throws IOException {
        if (!Files.isDirectory(root.resolve(id)) || !Files.isExecutable(runtime)) {
            return; // nothing was made, or the control groups and folders must do
        }
        Process process = new ProcessBuilder(
                        List.of(runtime.toString(), "--root", root.toString(), "delete", "--force", id))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = Waited.forEndOf(process);
        if (status != 0 && Files.isDirectory(root.resolve(id))) {
            throw new IOException("%s delete --force %s ended with %d: %s".formatted(runtime, id, status, said.strip()));
        }
    }
}
