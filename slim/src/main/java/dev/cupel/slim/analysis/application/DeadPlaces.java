package dev.cupel.slim.analysis.application;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.RootFs;
import java.util.List;
import java.util.Set;

/// Places that only tools fill and read which make or fetch an application: histories of version control, caches of package
/// managers, compilers and checkers, histories of shells. Whatever the run reads of them stays all the same.
final class DeadPlaces {
    private static final Set<String> FOLDERS = Set.of(
            ".git", ".hg", ".svn", ".cache", ".npm", ".pnpm-store", ".m2", ".gradle", ".cargo", ".rustup", ".ivy2", ".sbt",
            ".node-gyp", ".electron-gyp", ".nuget", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", ".tox", ".nox",
            ".eggs", ".nyc_output", ".parcel-cache", ".turbo", ".terraform", ".vagrant", ".sass-cache", ".idea", ".vscode",
            ".ipynb_checkpoints", ".gem", ".bundle-cache", ".subversion", ".pki");
    private static final Set<String> FILES = Set.of(
            ".DS_Store", ".bash_history", ".ash_history", ".python_history", ".node_repl_history", ".lesshst", ".viminfo", ".wget-hsts",
            ".rnd", ".sudo_as_admin_successful");
    /// Caches of which only the two names together mean one.
    private static final List<String> INSIDE = List.of("/.next/cache/", "/.yarn/unplugged-cache/", "/.config/configstore/", "/vendor/cache/");

    private DeadPlaces() {}

    static boolean contain(ImagePath path, RootFs root) {
        List<String> parts = path.components();
        return FILES.contains(path.name())
                || path.name().endsWith(".pyo")
                || parts.subList(0, parts.size() - 1).stream().anyMatch(FOLDERS::contains)
                || INSIDE.stream().anyMatch(path.text()::contains)
                || isYarnCache(path, root);
    }

    /// With Plug'n'Play yarn's cache is where modules are loaded from; without, a copy of `node_modules`.
    private static boolean isYarnCache(ImagePath path, RootFs root) {
        int at = path.text().indexOf("/.yarn/cache/");
        return at >= 0 && root.at(ImagePath.of(path.text().substring(0, at) + "/.pnp.cjs")).isEmpty();
    }
}
