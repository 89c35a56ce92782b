package dev.cupel.observe.journal;

import dev.cupel.linux.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The process that works in a place, told so that no other one is ever taken for it: the machine's boot, the process number
/// space (a container has its own), the number and the start time.
///
/// @param boot the first 8 digits of the kernel's id of this boot
/// @param space inode number of the process number space
public record Owner(String boot, long space, ProcessIdentity process) {
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{8})-([0-9]{1,18})-([0-9]{1,9})-([0-9]{1,18})");

    /// This program.
    public static Owner self() throws IOException {
        String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).substring(0, 8);
        String link = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString(); // pid:[4026531836]
        long space = Long.parseLong(link.replaceAll("[^0-9]", ""));
        return new Owner(boot, space, ProcessIdentity.own());
    }

    /// Reads what [#toString] wrote.
    static Optional<Owner> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Owner(
                        parts.group(1),
                        Long.parseLong(parts.group(2)),
                        new ProcessIdentity(Integer.parseInt(parts.group(3)), Long.parseLong(parts.group(4)))))
                : Optional.empty();
    }

    /// Whether it is certain that this owner is gone, seen from `observer`: the machine was started again since, or the process
    /// has ended. An owner in another number space cannot be seen, so it is never called gone.
    boolean goneFor(Owner observer) throws IOException {
        if (!boot.equals(observer.boot)) {
            return true;
        }
        return space == observer.space && !process.alive();
    }

    @Override
    public String toString() {
        return "%s-%d-%d-%d".formatted(boot, space, process.pid(), process.startTicks());
    }
}
