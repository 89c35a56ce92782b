package dev.cupel.observe.sensor;

import static dev.cupel.observe.observation.AccessKind.ENTER;
import static dev.cupel.observe.observation.AccessKind.EXECUTE;
import static dev.cupel.observe.observation.AccessKind.LIST;
import static dev.cupel.observe.observation.AccessKind.READ;
import static dev.cupel.observe.observation.AccessKind.READLINK;
import static dev.cupel.observe.observation.AccessKind.SOCKET;
import static dev.cupel.observe.observation.AccessKind.STAT;
import static dev.cupel.observe.observation.AccessKind.WRITE;

import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.observation.Observations;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a program may do that a sensor should see; `act.c` plays each. A scene is seen when all of it is.
enum Scene {
    OPEN("open, openat", found("/data/opened", READ), found("/data/opened-at", READ)),
    OPEN_AT_ONCE("open in the first instructions of the program", found("/data/at-once", READ)),
    OPENAT2(
            "openat2, also with RESOLVE_IN_ROOT",
            found("/data/openat2", READ),
            found("/srv/cage/etc/in-root", READ)),
    STAT_FILE(
            "stat, lstat, statx, getxattr",
            found("/data/stat", STAT),
            found("/data/lstat", STAT),
            found("/data/statx", STAT),
            found("/data/getxattr", STAT)),
    ACCESS_FILE("access, faccessat", found("/data/access", STAT), found("/data/faccessat", STAT)),
    READ_LINK("readlink", found("/data/link", READLINK)),
    NAME_OF_LINK("open by the name of a link", found("/data/link-to-opened", READ)),
    MISSING(
            "what is not there (ENOENT, ENOTDIR)",
            missing("/data/missing-open", READ),
            missing("/data/missing-stat", STAT),
            missing("/data/missing-access", STAT),
            missing("/data/opened/below-a-file", READ)),
    SCRIPT("a script", found("/bin/script", EXECUTE)),
    SHEBANG("the interpreter that a script names", found("/opt/tools/interpreter", EXECUTE)),
    ELF_INTERPRETER("the ELF loader", found("/lib/loader.so", EXECUTE)),
    DLOPEN("dlopen and its libraries", found("/lib/plugin.so", READ), found("/lib/libc.so.6", READ)),
    LISTING("listing a directory", found("/data/listed", LIST)),
    SEARCHED_EXEC("a program found by PATH", found("/opt/tools/tool", EXECUTE)),
    FAILED_EXEC("the places where PATH did not find it", missing("/nowhere/bin/tool", EXECUTE), missing("/usr/bin/tool", EXECUTE)),
    RELATIVE_EXEC("exec by a relative path", found("/opt/tools/relative-tool", EXECUTE)),
    CHDIR("open relative to a changed directory", found("/data/place/here", READ)),
    CHDIR_ASK(
            "stat relative to a changed directory",
            found("/data/place", ENTER),
            found("/data/place-beside", STAT),
            missing("/data/place/not-here", STAT)),
    CHROOT("open in a chroot", found("/srv/cage/etc/caged", READ)),
    CHROOT_ASK(
            "stat in a chroot",
            found("/srv/cage", ENTER),
            found("/srv/cage/etc", ENTER),
            found("/srv/cage/etc/caged-stat", STAT),
            missing("/srv/cage/etc/caged-missing", STAT),
            found("/srv/cage/etc/caged-relative", STAT)),
    DIRFD("open and exec relative to a descriptor", found("/data/directory/opened", READ), found("/data/directory/tool", EXECUTE)),
    DIRFD_ASK(
            "stat, access, readlink relative to a descriptor",
            found("/data/directory/stat", STAT),
            missing("/data/directory/missing", STAT),
            found("/data/directory/access", STAT),
            found("/data/directory/link", READLINK)),
    THREADS("threads that open", numbered(16, "/data/threads/", READ)),
    THREADS_ASK("threads that stat", numbered(16, "/data/threads/stat-", STAT)),
    STORM("200 processes that open and are gone", numbered(200, "/data/storm/", READ)),
    STORM_ASK("200 processes that stat and are gone", numbered(200, "/data/storm/storm-stat-", STAT)),
    RING_OPEN(Play.RINGS, "open through io_uring", found("/data/ring-opened", READ)),
    RING_STAT(Play.RINGS, "statx through io_uring", found("/data/ring-stat", STAT), missing("/data/ring-missing", STAT)),
    WRITES(
            "open for writing, rename, unlink, mkdir, chmod, symlink",
            found("/data/written", WRITE),
            found("/data/renamed", WRITE),
            found("/data/renamed-to", WRITE),
            found("/data/unlinked", WRITE),
            found("/data/made", WRITE),
            found("/data/changed", WRITE),
            found("/data/symlinked", WRITE)),
    UNIX_SOCKETS("UNIX sockets", found("/data/socket", SOCKET), missing("/data/sockeX", SOCKET)),
    SIGNALS(
            "open in a signal's handler, and after a signal, a halt, the end of a child",
            found("/data/in-handler", READ),
            found("/data/after-signal", READ),
            found("/data/after-halt", READ),
            found("/data/after-end", READ)),
    THREAD_EXEC("exec by a thread that is not the first", found("/opt/tools/from-thread", EXECUTE)),
    SPAWN("posix_spawn", found("/opt/tools/spawned", EXECUTE)),
    JOINED(Play.LIVES, "a command that joins the container (`runc exec`)", found("/bin/act", EXECUTE), found("/data/joined", READ)),
    LONG_PATH(Play.DEEP, "a path of nearly 4096 bytes", found(deep(19), READ)),
    LONGER_PATH(Play.DEEP, "a file whose path is longer than 4096 bytes", found(deep(25), READ)),
    BURST(Play.BUSY, "30,000 files in one burst", numbered(30_000, "/data/busy/", READ)),
    NARROW(Play.NARROW, "a 32-bit program's open", found("/data/narrow", READ));

    private record Wanted(String path, AccessKind kind, boolean found) {}

    private final Play play;
    private final String title;
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Wanted> wanted;

    Scene(String title, Wanted... wanted) {
        this(Play.ALL, title, wanted);
    }

    Scene(Play play, String title, Wanted... wanted) {
        this.play = play;
        this.title = title;
        this.wanted = List.of(wanted);
    }

    /// When it is played.
    Play play() {
        return play;
    }

    String title() {
        return title;
    }

    /// What of the scene is not among the observations.
    List<String> unseen(Observations seen) {
        Set<Wanted> all = seen.accesses().stream()
                .map(access -> new Wanted(access.path().text(), access.kind(), access.found()))
                .collect(Collectors.toSet());
        return wanted.stream().filter(one -> !all.contains(one)).map(Wanted::toString).toList();
    }

    private static Wanted found(String path, AccessKind kind) {
        return new Wanted(path, kind, true);
    }

    private static Wanted missing(String path, AccessKind kind) {
        return new Wanted(path, kind, false);
    }

    private static String deep(int directories) {
        return "/data/deep" + ("/" + "d".repeat(200)).repeat(directories) + "/bottom";
    }

    private static Wanted[] numbered(int count, String prefix, AccessKind kind) {
        return IntStream.range(0, count).mapToObj(i -> found(prefix + i, kind)).toArray(Wanted[]::new);
    }
}
