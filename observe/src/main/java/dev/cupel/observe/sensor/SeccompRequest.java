package dev.cupel.observe.sensor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a sensor needs in `linux.seccomp` of the container's configuration (OCI runtime-spec 1.1, config-linux.md, "Seccomp"):
/// `defaultAction` is `SCMP_ACT_ALLOW`, and one rule with this action for these system calls.
///
/// @param action `SCMP_ACT_NOTIFY` or `SCMP_ACT_TRACE`
/// @param calls names; the runtime passes over those that its processor does not have
/// @param listener `listenerPath`: the socket that the runtime hands the notifications' descriptor to
public record SeccompRequest(String action, List<String> calls, Optional<Path> listener) {
    public SeccompRequest {
        calls = List.copyOf(calls);
    }

    /// `architectures`: without those of 32-bit programs, the filter would kill these.
    public static List<String> architectures() {
        return System.getProperty("os.arch", "").equals("aarch64")
                ? List.of("SCMP_ARCH_AARCH64", "SCMP_ARCH_ARM")
                : List.of("SCMP_ARCH_X86_64", "SCMP_ARCH_X86", "SCMP_ARCH_X32");
    }
}
