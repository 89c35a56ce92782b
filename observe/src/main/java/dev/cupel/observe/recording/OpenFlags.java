package dev.cupel.observe.recording;

import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.sensor.CallMeaning;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// What an open was for, told by its flags: `O_RDONLY|O_CLOEXEC`, or their number.
final class OpenFlags {
    // asm-generic/fcntl.h; those that differ between processors mean nothing here but O_DIRECTORY, which stands by name only.
    private static final Map<String, Long> BITS = Map.of(
            "O_WRONLY", 01L,
            "O_RDWR", 02L,
            "O_CREAT", 0100L,
            "O_TRUNC", 01000L,
            "O_PATH", 010000000L);

    private OpenFlags() {}

    static Set<AccessKind> meaning(String text) {
        if (text.matches("\\d{1,9}")) {
            return meaning(Long.parseLong(text));
        }
        long bits = 0;
        boolean directory = false;
        for (String name : text.split("[|, ]+", -1)) {
            bits |= BITS.getOrDefault(name, 0L);
            directory |= name.equals("O_DIRECTORY");
        }
        // Nobody opens a directory to read it: its names are listed, which no event tells by itself.
        boolean listed = directory && (bits & BITS.getOrDefault("O_PATH", 0L)) == 0;
        return listed ? EnumSet.of(AccessKind.LIST) : meaning(bits);
    }

    static Set<AccessKind> meaning(long bits) {
        return CallMeaning.of("openat", bits);
    }
}
