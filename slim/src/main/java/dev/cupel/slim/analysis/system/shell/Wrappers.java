package dev.cupel.slim.analysis.system.shell;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Programs and built-ins whose arguments hold another command.
final class Wrappers {
    /// How many arguments are looked at for the name of the command: users, times and directories may stand before it.
    static final int REACH = 12;

    private static final Set<String> NAMES = Set.of(
            "exec", "command", "builtin", "env", "nice", "ionice", "nohup", "setsid", "stdbuf", "time", "timeout", "xargs", "sudo",
            "doas", "gosu", "su-exec", "setpriv", "chroot", "unshare", "nsenter", "tini", "tini-static", "docker-init", "dumb-init",
            "catatonit", "s6-setuidgid", "s6-envdir", "s6-svscan", "chpst", "runuser", "setuser", "start-stop-daemon", "flock",
            "watch", "parallel", "unbuffer", "catchsegv", "taskset", "numactl", "prlimit", "strace", "ltrace", "valgrind", "faketime",
            "eatmydata", "fakeroot", "softlimit", "envdir", "multirun", "wait-for-it", "wait-for-it.sh", "wait-for", "dockerize",
            "aws-vault", "chamber", "jailer", "pid1", "bundle", "which", "type", "hash", "whereis", "[", "test", "[[", "if", "set",
            "run-parts", "chrt", "setarch", "linux32", "linux64", "capsh", "newgrp", "sg", "script", "busybox");

    private static final Set<String> TAKING_SCRIPT = Set.of("su", "runuser", "sg", "script", "flock", "watch", "parallel");

    private Wrappers() {}

    static boolean isWrapper(String name) {
        return NAMES.contains(name);
    }

    /// Whether `-c TEXT` among its arguments is shell text.
    static boolean takesScript(String name) {
        return Shells.isShell(name) || TAKING_SCRIPT.contains(name);
    }

    /// Where in the arguments of `find` a command begins, behind `-exec` and its like.
    static List<Integer> commandsOfFind(List<String> words) {
        return IntStream.range(1, words.size())
                .filter(i -> Set.of("-exec", "-execdir", "-ok", "-okdir").contains(words.get(i - 1)))
                .boxed()
                .toList();
    }
}
