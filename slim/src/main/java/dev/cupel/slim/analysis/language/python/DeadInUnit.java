package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import java.util.Set;
import java.util.regex.Pattern;

/// Which files of a unit that stays whole nobody loads: tests, what compilers and type checkers read, manuals. A test folder that
/// a reachable text imports comes back by that import.
final class DeadInUnit {
    private static final Pattern FOR_COMPILERS =
            Pattern.compile(".*\\.(?:a|lib|la|h|hh|hpp|hxx|c|cc|cpp|cxx|pxd|pyx|pxi|f|f90|exe|po)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TEST_FOLDERS = Set.of("tests", "__tests__");
    private static final Pattern OUTSIDE = Pattern.compile(".*/(?:share/(?:man|doc|info|gtk-doc)|include)/.*");
    /// These hand C or CUDA sources to a compiler of their own while the program runs.
    private static final Pattern COMPILES_AT_RUN_TIME =
            Pattern.compile("(?i).* (?:cupy.*|pycuda|pyopencl|torch|triton|nvidia[-_].*|taichi|jax.*|tinygrad|numba[-_]cuda)");

    private DeadInUnit() {}

    static boolean isDead(ImagePath file, Unit unit) {
        return ByteCode.isOptimized(file)
                || isTest(file)
                || (OUTSIDE.matcher(file.text()).matches() && !compiles(unit))
                || (FOR_COMPILERS.matcher(file.name()).matches() && !compiles(unit))
                || (file.name().endsWith(".pyi") && !unit.requires().contains("lazy-loader"));
    }

    static boolean isTest(ImagePath file) {
        return file.parent().components().stream().anyMatch(TEST_FOLDERS::contains);
    }

    private static boolean compiles(Unit unit) {
        return COMPILES_AT_RUN_TIME.matcher(unit.name()).matches();
    }
}
