package dev.cupel.observe.journal;

import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.process.Orphans;
import dev.cupel.linux.process.PidDescriptor;
import dev.cupel.linux.process.ProcessIdentity;
import dev.cupel.linux.process.Signal;
import dev.cupel.linux.process.Subreaper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// Kills the processes of a group until none is left.
///
/// @param members whoever is in the group at the moment
public record Killing(Members members) {
    static final long PAUSE_MILLISECONDS = 5;
    private static final int ROUNDS = 2000; // a process that forks meanwhile is met again in the next one

    /// Whoever of them became a child of this program is reaped; `reapedElsewhere` says whose end another thread waits for.
    public void run(IntPredicate reapedElsewhere) throws IOException {
        Set<Integer> seen = new HashSet<>();
        List<Integer> left = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            left = members.now();
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
        throw new IOException("processes survive SIGKILL: " + left);
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

    /// Tells a group's processes by their numbers.
    public interface Members {
        List<Integer> now() throws IOException;
    }
}
