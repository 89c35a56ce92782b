package dev.cupel.slim.analysis.system.elf;

import dev.cupel.inventory.elf.ElfTarget;
import java.util.ArrayList;
import java.util.List;

/// What differs between machines in where libraries lie.
///
/// @param tuple Debian's multiarch name
/// @param musl the name in musl's path file, `/etc/ld-musl-NAME.path`
/// @param platforms values of `$PLATFORM` (AT_PLATFORM) that its processors give
record Architecture(String tuple, String musl, boolean is64, List<String> platforms) {
    static Architecture of(ElfTarget target) {
        return switch (target.machine()) {
            case 62 -> target.bits() == 64
                    ? new Architecture("x86_64-linux-gnu", "x86_64", true, List.of("x86_64", "haswell", "xeon_phi"))
                    : new Architecture("x86_64-linux-gnux32", "x32", false, List.of("x86_64", "haswell", "xeon_phi"));
            case 3 -> new Architecture("i386-linux-gnu", "i386", false, List.of("i386", "i486", "i586", "i686"));
            case 183 -> new Architecture("aarch64-linux-gnu", "aarch64", true, List.of("aarch64"));
            case 40 -> new Architecture("arm-linux-gnueabihf", "armhf", false, List.of("v6l", "v7l", "v8l"));
            case 243 -> new Architecture("riscv64-linux-gnu", "riscv64", true, List.of("riscv64"));
            case 22 -> new Architecture("s390x-linux-gnu", "s390x", true, List.of("z13", "z14", "z15", "z16"));
            case 21 -> new Architecture("powerpc64le-linux-gnu", "powerpc64le", true, List.of("power8", "power9", "power10"));
            case 258 -> new Architecture("loongarch64-linux-gnu", "loongarch64", true, List.of("loongarch64"));
            default -> new Architecture("unknown", "unknown", target.bits() == 64, List.of("unknown"));
        };
    }

    /// Values of `$LIB`: Debian's, then those of the other distributions.
    List<String> libraryFolders() {
        return List.of("lib/" + tuple, is64 ? "lib64" : "lib", "lib");
    }

    /// The directories that loaders look into at last, whoever built them.
    List<String> lastResorts() {
        List<String> places = new ArrayList<>();
        for (String folder : libraryFolders()) {
            places.add("/" + folder);
            places.add("/usr/" + folder);
        }
        places.add("/lib32");
        places.add("/usr/lib32");
        return places;
    }
}
