package dev.cupel.linux.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// One process and no other: numbers are used again, a number together with its start time is not.
///
/// @param startTicks when it was started, in clock ticks since the machine was
public record ProcessIdentity(int pid, long startTicks) {
    private static final int START_TIME_FIELD = 22; // starttime, proc_pid_stat(5), counted from 1

    /// The process that has this number now; empty where there is none, or where it has ended and only waits to be reaped.
    public static Optional<ProcessIdentity> of(int pid) throws IOException {
        try {
            byte[] stat = Files.readAllBytes(Path.of("/proc/" + pid + "/stat"));
            return parse(pid, new String(stat, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (Files.exists(Path.of("/proc/" + pid))) {
                throw e;
            }
            return Optional.empty(); // it ended between open and read: ESRCH
        }
    }

    /// The process this program runs in.
    public static ProcessIdentity own() throws IOException {
        return of(Math.toIntExact(ProcessHandle.current().pid()))
                .orElseThrow(() -> new IOException("/proc does not show this process; is /proc mounted?"));
    }

    /// Whether that very process still runs.
    public boolean alive() throws IOException {
        return of(pid).equals(Optional.of(this));
    }

    static Optional<ProcessIdentity> parse(int pid, String stat) throws IOException {
        // The name may hold blanks and brackets; the last bracket ends it.
        String[] rest = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        if (rest.length <= START_TIME_FIELD - 3) {
            throw new IOException("/proc/" + pid + "/stat has only " + rest.length + " fields after the name");
        }
        boolean ended = rest[0].equals("Z") || rest[0].equals("X");
        return ended ? Optional.empty() : Optional.of(new ProcessIdentity(pid, Long.parseLong(rest[START_TIME_FIELD - 3])));
    }
}
