package dev.cupel.inspect.waste;

import java.util.List;
import java.util.regex.Pattern;

/// Files that images have by habit, told by their paths.
///
/// @param hint a part that such paths have: asked first, because most paths of most images have none of them
/// @param paths matched against the whole path
/// @param except what a path above may not be
record Habit(WasteKind kind, List<String> hint, Pattern paths, Pattern except, String fix) {
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final String HOME = "/(?:root|home/[^/]+)";

    static final List<Habit> ALL = List.of(
            cache(List.of("/apt/"), "/var/lib/apt/lists/.+|/var/cache/apt/.+\\.(?:deb|bin)", "end the RUN of apt-get with `rm -rf /var/lib/apt/lists/*`, or mount a cache there"),
            cache(List.of("/apk/"), "/var/cache/apk/.+|/etc/apk/cache/.+", "use `apk add --no-cache`"),
            cache(List.of("/var/cache/"), "/var/cache/(?:dnf|yum|libdnf5|zypp)/.+", "end the RUN with `dnf clean all`, or the like of yum and zypper"),
            cache(List.of("/.cache/"), HOME + "/\\.cache/(?:pip|uv|pypoetry|pipenv)/.+", "install with `--no-cache-dir`, or mount a cache: `RUN --mount=type=cache,target=/root/.cache`"),
            cache(List.of("/.npm/", "/.cache/", "/pnpm/"), HOME + "/\\.npm/_cacache/.+|" + HOME + "/\\.cache/(?:yarn|node-gyp)/.+|/usr/local/share/\\.cache/yarn/.+|" + HOME + "/\\.local/share/pnpm/store/.+",
                    "end the RUN with `npm cache clean --force`, or mount a cache on ~/.npm"),
            cache(List.of("/.m2/", "/.gradle/", "/.ivy2/"), HOME + "/\\.m2/repository/.+|" + HOME + "/\\.gradle/caches/.+|" + HOME + "/\\.ivy2/cache/.+", "build in a stage of its own and copy the result, or mount a cache"),
            cache(List.of("/go-build/", "/pkg/mod/", "/registry/"), HOME + "/\\.cache/go-build/.+|(?:/go|" + HOME + "/go)/pkg/mod/.+|" + HOME + "/\\.cargo/registry/.+|/usr/local/cargo/registry/.+",
                    "build in a stage of its own and copy the result, or mount a cache"),
            cache(List.of("/cache/", "/specs/", "/packages/", "/composer/"), HOME + "/\\.(?:composer/cache|bundle/cache|gem/specs|nuget/packages|cache/composer)/.+|.*/gems/[^/]+/cache/[^/]+\\.gem", "clear the cache in the RUN that filled it"),
            new Habit(WasteKind.TEMPORARY, List.of("/tmp/", "/var/", "/core."), Pattern.compile("/(?:var/)?tmp/.+|/var/log/.+|/var/cache/(?:debconf|ldconfig|man)/.+|.*/core\\.\\d+|/var/lib/dpkg/[a-z]+-old"),
                    NOTHING, "remove it in the RUN that made it"),
            new Habit(WasteKind.VERSION_CONTROL, List.of("/.git/", "/.hg/", "/.svn/"), Pattern.compile(".*/\\.(?:git|hg|svn)/.+"), NOTHING, "name `.git` in .dockerignore, or clone with `--depth 1` and remove it in the same RUN"),
            new Habit(WasteKind.DOCUMENTATION, List.of("/share/"), Pattern.compile("/usr/(?:local/)?share/(?:doc|man|info|gtk-doc|help|lintian|doc-base)/.+"),
                    Pattern.compile(".*/copyright|.*/(?:COPYING|LICEN[CS]E)[^/]*"),
                    "nobody reads manuals in a container: exclude them in /etc/dpkg/dpkg.cfg.d (path-exclude), with `dnf --nodocs`, or remove them in the same RUN; keep the copyright files"),
            new Habit(WasteKind.LOCALES, List.of("/share/", "/locale/"), Pattern.compile("/usr/(?:local/)?share/(?:locale|i18n)/.+|/usr/lib/locale/.+"),
                    Pattern.compile("/usr/lib/locale/C\\.[uU][tT][fF]-?8/.+|/usr/(?:local/)?share/locale/(?:locale\\.alias|en(?:_US)?/.*)"),
                    "translations of messages: exclude them with path-exclude=/usr/share/locale/* if the application speaks one language"));

    boolean matches(String path) {
        return hint.stream().anyMatch(path::contains) && paths.matcher(path).matches() && !except.matcher(path).matches();
    }

    private static Habit cache(List<String> hint, String paths, String fix) {
        return new Habit(WasteKind.PACKAGE_CACHE, hint, Pattern.compile(paths), NOTHING, fix);
    }
}
