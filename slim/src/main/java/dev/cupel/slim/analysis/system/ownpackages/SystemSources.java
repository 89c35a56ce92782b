package dev.cupel.slim.analysis.system.ownpackages;

import dev.cupel.inventory.packages.OsPackage;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells packages of the base system and of language runtimes from those of an application.
final class SystemSources {
    private static final Set<String> BASE = Set.of(
            "adduser", "apk-tools", "apt", "base-files", "bash", "binutils", "busybox", "bzip2", "ca-certificates", "coreutils", "cron",
            "debconf", "debianutils", "diffutils", "dpkg", "e2fsprogs", "findutils", "gawk", "glibc", "gnupg2", "grep", "gzip",
            "hostname", "init-system-helpers", "iproute2", "iputils", "kmod", "less", "logrotate", "lsb", "lsof", "mawk", "ncurses",
            "net-tools", "openssl", "pam", "procps", "psmisc", "sed", "sensible-utils", "shadow", "systemd", "sysvinit", "tar", "tini",
            "dumb-init", "gosu", "su-exec", "tzdata", "ucf", "util-linux", "vim", "wget", "xz-utils", "alpine-baselayout", "musl",
            "python3-defaults", "perl", "unzip", "zip", "zlib", "file", "dash", "sudo", "netbase", "musl-utils", "dbus", "acl", "attr");

    private static final Pattern RUNTIMES = Pattern.compile("(?:python[23][0-9.]*|pypy.*|ruby[0-9.]*|nodejs|node-.*|npm|openjdk-.*|java-.*|gcc-.*"
            + "|llvm-.*|golang.*|go-.*|rustc|ghc.*|mono|dotnet.*|r-base|tcl.*|lua5.*|erlang|elixir)");

    private static final Pattern FOR_BUILDING =
            Pattern.compile(".*-(?:dev|dbg|dbgsym|doc|docs|debug|headers|source|examples|test|tests|testsuite|static|man|manual|l10n|lang|mysql-test)");

    /// Whether a package may be the application's own.
    boolean isApplication(OsPackage one) {
        return !one.essential()
                && !BASE.contains(one.source())
                && !RUNTIMES.matcher(one.source()).matches()
                && !isForBuilding(one);
    }

    /// Whether it holds what only people who build, debug or read need.
    boolean isForBuilding(OsPackage one) {
        return FOR_BUILDING.matcher(one.name()).matches();
    }
}
