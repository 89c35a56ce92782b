package dev.cupel.linux.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Processes that joined a container, lost whoever had started them, and ended: [Subreaper] makes them children of this program, and
/// nobody knows their numbers. Until they are reaped, the container's first process cannot end (pid_namespaces(7)).
public final class Orphans {
    private static final String FIRST = "1";

    private Orphans() {}

    /// Reaps those that there are now.
    public static void reap() throws IOException {
        File[] processes = new File("/proc").listFiles((_, name) -> name.matches("[0-9]+"));
        for (File process : processes == null ? new File[0] : processes) {
            if (isOne(process.toPath())) {
                Subreaper.isRunningChild(Integer.parseInt(process.getName()));
            }
        }
    }

    /// Whether it is ours, has ended, and has a number in another pid namespace too (`NSpid`, since 4.1). For the end of a
    /// container's first process, number 1, somebody waits.
    private static boolean isOne(Path process) {
        List<String> status;
        try {
            status = new String(Files.readAllBytes(process.resolve("status")), StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException e) {
            return false; // it was reaped by another
        }
        String[] numbers = field(status, "NSpid:").split("\\s+", -1);
        return field(status, "State:").startsWith("Z")
                && field(status, "PPid:").equals(String.valueOf(ProcessHandle.current().pid()))
                && numbers.length > 1
                && !numbers[numbers.length - 1].equals(FIRST);
    }

    private static String field(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
    }
}
