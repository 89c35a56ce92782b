package dev.cupel.observe.journal;

import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.process.PidDescriptor;
import dev.cupel.linux.process.Signal;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Runtime processes at work on one state directory. Whoever started them may have been killed; they go on, and would finish a
/// container after its traces were cleaned.
record Invocations(Path stateRoot) {
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    void end() throws IOException {
        File[] processes = new File("/proc").listFiles((_, name) -> name.matches("[0-9]+"));
        for (File process : processes == null ? new File[0] : processes) {
            if (isOne(process.toPath())) {
                end(Integer.parseInt(process.getName()));
            }
        }
    }

    /// The directory's name is unique, so `--root` followed by it is in no other command line.
    private boolean isOne(Path process) {
        List<String> words;
        try {
            byte[] line = Files.readAllBytes(process.resolve("cmdline"));
            words = Arrays.asList(new String(line, StandardCharsets.UTF_8).split("\0", -1));
        } catch (IOException e) {
            return false; // it has ended, or is another user's: neither is ours
        }
        int root = words.indexOf("--root");
        return root > 0 && root + 1 < words.size() && words.get(root + 1).equals(stateRoot.toString());
    }

    private static void end(int pid) throws IOException {
        try (PidDescriptor process = PidDescriptor.open(pid)) {
            process.send(Signal.KILL);
            process.awaitEnd(AFTER_KILL);
        } catch (ErrnoException e) {
            if (e.errno() != Errno.ESRCH) {
                throw e;
            }
        }
    }
}
