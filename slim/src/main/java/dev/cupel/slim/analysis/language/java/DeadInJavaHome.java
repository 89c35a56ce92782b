package dev.cupel.slim.analysis.language.java;

import dev.cupel.image.ImagePath;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Which files of a Java runtime no running program loads: what only compilers and linkers read, manuals, symbols of the runtime
/// itself, and, without a screen, what draws on one.
record DeadInJavaHome(ImagePath home, boolean screen) {
    private static final Set<String> FOLDERS =
            Set.of("jmods", "include", "man", "demo", "sample", "docs", "lib/missioncontrol", "lib/visualvm", "jre/man");
    private static final Set<String> FILES = Set.of("src.zip", "ct.sym", "javafx-src.zip", "tools.jar", "dt.jar", "sa-jdi.jar");
    private static final Pattern SYMBOLS = Pattern.compile(".*\\.(?:debuginfo|diz|dSYM)");
    private static final Set<String> OF_SCREENS = Set.of("libawt_xawt.so", "libsplashscreen.so", "libjawt.so");

    boolean isDead(ImagePath file) {
        List<String> below = file.components().subList(home.components().size(), file.components().size());
        String first = below.getFirst();
        String second = below.size() > 1 ? first + "/" + below.get(1) : first;
        return FOLDERS.contains(first)
                || FOLDERS.contains(second)
                || FILES.contains(file.name())
                || SYMBOLS.matcher(file.name()).matches()
                || (!screen && OF_SCREENS.contains(file.name()));
    }
}
