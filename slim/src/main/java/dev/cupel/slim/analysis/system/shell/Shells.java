package dev.cupel.slim.analysis.system.shell;

import java.util.Set;

/// What belongs to the shells themselves.
final class Shells {
    private static final Set<String> NAMES =
            Set.of("sh", "bash", "dash", "ash", "ksh", "ksh93", "mksh", "zsh", "rbash", "yash", "busybox", "with-contenv", "posh");

    /// Names that a shell answers itself, so that no program is needed. `kill`, `echo`, `printf`, `test` are programs as well, but
    /// every shell has them built in.
    private static final Set<String> BUILT_IN = Set.of(
            ".", ":", "[", "[[", "alias", "bg", "break", "builtin", "caller", "cd", "command", "compgen", "complete", "compopt",
            "continue", "declare", "dirs", "disown", "echo", "enable", "eval", "exec", "exit", "export", "false", "fc", "fg",
            "getopts", "hash", "help", "history", "jobs", "kill", "let", "local", "logout", "mapfile", "popd", "printf", "pushd",
            "pwd", "read", "readarray", "readonly", "return", "select", "set", "shift", "shopt", "source", "suspend", "test",
            "times", "trap", "true", "type", "typeset", "ulimit", "umask", "unalias", "unset", "wait");

    /// Programs that scripts made for whole machines ask for first and do without in a container.
    private static final Set<String> OF_MACHINES = Set.of(
            "systemctl", "systemd-ask-password", "systemd-notify", "systemd-run", "systemd-cat", "systemd-tmpfiles", "systemd-detect-virt",
            "journalctl", "loginctl", "initctl", "telinit", "init", "update-rc.d", "invoke-rc.d", "deb-systemd-helper", "deb-systemd-invoke",
            "dpkg", "dpkg-query", "dpkg-statoverride", "dpkg-divert", "dpkg-trigger", "apt-get", "apt", "aptitude", "apt-key", "apk", "rpm",
            "yum", "dnf", "update-alternatives", "update-initramfs", "update-grub", "py3compile", "py3clean", "pycompile", "ucf", "debconf",
            "modprobe", "insmod", "depmod", "udevadm", "mkinitramfs", "chkconfig", "lsb_release", "gcc", "cc", "make", "gdb", "x-terminal-emulator",
            "xdg-open", "www-browser", "lynx", "w3m", "links", "emacs", "vim", "vi", "nano");

    private Shells() {}

    static boolean isOfMachines(String name) {
        return OF_MACHINES.contains(name.substring(name.lastIndexOf('/') + 1));
    }

    static boolean isShell(String baseName) {
        return NAMES.contains(baseName);
    }

    static boolean isBuiltIn(String name) {
        return BUILT_IN.contains(name);
    }
}
