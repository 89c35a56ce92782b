package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Instruction;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a RUN carries out.
///
/// @param instruction the RUN, taken out of its ONBUILD if it is in one
/// @param readable whether a POSIX shell reads it; if not there are no calls
/// @param text what the shell is given
/// @param pipefail whether a failure anywhere in a pipe counts
public record Script(Instruction instruction, boolean readable, String text, List<Call> calls, boolean pipefail) {
    public Script {
        calls = List.copyOf(calls);
    }

    Stream<Call> all(Predicate<Call> which) {
        return calls.stream().filter(which);
    }

    boolean any(Predicate<Call> which) {
        return calls.stream().anyMatch(which);
    }

    /// Whether a cache or a temporary file system is mounted at or above `path`.
    boolean mounts(String path) {
        return instruction.flags().stream()
                .filter(flag -> flag.name().equals("mount"))
                .map(flag -> flag.value().unquoted())
                .filter(mount -> mount.contains("type=cache") || mount.contains("type=tmpfs"))
                .flatMap(mount -> Stream.of(mount.split(",", -1)))
                .filter(part -> part.matches("(target|dst|destination)=.*"))
                .map(part -> part.substring(part.indexOf('=') + 1).replaceFirst("/+$", ""))
                .anyMatch(target -> path.equals(target) || path.startsWith(target + "/"));
    }
}
