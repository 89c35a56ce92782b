package dev.cupel.slim.analysis.language.node;

import dev.cupel.image.ImagePath;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Which files of a package that stays whole no running program loads: type declarations, source maps, the sources and leavings
/// of a native build, binaries of other platforms, tests and documentation at its top. A file that a reachable text asks for comes
/// back by that.
record DeadInPackage(Machine machine) {
    private static final Set<String> TOP_FOLDERS = Set.of(
            "test", "tests", "__tests__", "example", "examples", "docs", "doc", "benchmark", "benchmarks", "bench", "coverage", ".github",
            ".circleci", ".vscode", ".idea", "man", "website");
    private static final Set<String> FOLDERS = Set.of("__tests__", "__mocks__", ".nyc_output", "obj.target", ".deps");
    private static final Pattern FOR_TOOLS = Pattern.compile(
            "(?i).*\\.(?:d\\.[cm]?ts|d\\.[cm]?ts\\.map|[cm]?js\\.map|css\\.map|ts\\.map|flow|tsbuildinfo|c|cc|cpp|cxx|h|hh|hpp|o|a|d|obj|lib|pdb|gyp|gypi|mk"
                    + "|vcxproj|exe|dll|dylib|coffee\\.md|tgz)");
    private static final Pattern TOP_FILES = Pattern.compile(
            "(?i)(?:readme|changelog|changes|history|contributing|authors|contributors|upgrading|migration|security|code_of_conduct|governance)(?:[.-].*)?"
                    + "|(?:makefile|gruntfile.*|gulpfile.*|karma\\.conf.*|\\.eslint.*|\\.prettier.*|\\.npmignore|\\.travis\\.yml|\\.editorconfig|tsconfig.*\\.json"
                    + "|\\.nycrc|\\.gitattributes|\\.gitmodules|rollup\\.config.*|jest\\.config.*|bower\\.json|component\\.json)");

    boolean isDead(ImagePath file, PackagePlace place) {
        List<String> below = place.below(file);
        String name = file.name();
        return FOR_TOOLS.matcher(name).matches()
                || (below.size() > 1 && TOP_FOLDERS.contains(below.getFirst()))
                || below.subList(0, below.size() - 1).stream().anyMatch(FOLDERS::contains)
                || (below.size() == 1 && TOP_FILES.matcher(name).matches())
                || isForeign(below, name);
    }

    /// Prebuilt addons stand in `prebuilds/linux-x64`, at times with the C library in the file's name.
    private boolean isForeign(List<String> below, String name) {
        int at = below.indexOf("prebuilds");
        if (at < 0 || at + 2 >= below.size()) {
            return false;
        }
        String platform = below.get(at + 1);
        boolean here = platform.startsWith("linux") && (platform.contains(machine.processor()) || platform.equals("linux"));
        boolean otherLibrary = machine.isMusl() ? name.contains("glibc") : name.contains("musl") || platform.contains("musl");
        return !here || otherLibrary;
    }
}
