package dev.cupel.lint.check;

import java.util.List;
import java.util.Set;

/// What a system's package manager needs to be told in a build.
///
/// @param names of the program
/// @param installs subcommands that bring packages
/// @param assent flags that answer its question; empty if it asks none
/// @param asks the rule about that
/// @param pins the rule about versions
/// @param pinned what a package with a version looks like
/// @param valued flags that are followed by a value
record SystemInstaller(
        List<String> names, Set<String> installs, List<String> assent, String asks, String pins, String pinned, Set<String> valued) {

    static final List<SystemInstaller> ALL = List.of(
            new SystemInstaller(
                    List.of("apt-get", "apt"),
                    Set.of("install"),
                    List.of("-y", "--yes", "--assume-yes", "-qq", "--quiet=2"),
                    "DL3014",
                    "DL3008",
                    ".*[=/].*|.*\\.deb",
                    Set.of("-t", "--target-release", "--default-release", "-o", "--option", "-c", "--config-file", "-a", "--host-architecture")),
            new SystemInstaller(
                    List.of("apk"),
                    Set.of("add"),
                    List.of(),
                    "",
                    "DL3018",
                    ".*[=<>~].*|.*\\.apk|\\..*",
                    Set.of("-t", "--virtual", "-X", "--repository", "-p", "--root", "--keys-dir", "--repositories-file", "--arch", "--cache-dir", "--cache-max-age", "--wait", "--timeout")),
            new SystemInstaller(
                    List.of("yum"),
                    Set.of("install", "groupinstall", "localinstall"),
                    List.of("-y", "--assumeyes"),
                    "DL3030",
                    "DL3033",
                    ".+-[0-9~].*|.*\\.rpm|@.*|.*://.*",
                    Set.of("-c", "-x", "-d", "-e", "--setopt")),
            new SystemInstaller(
                    List.of("dnf", "microdnf", "dnf5", "tdnf"),
                    Set.of("install", "groupinstall", "localinstall"),
                    List.of("-y", "--assumeyes"),
                    "DL3038",
                    "DL3041",
                    ".+-[0-9~].*|.*\\.rpm|@.*|.*://.*",
                    Set.of("-c", "-x", "-d", "-e", "--setopt", "--releasever", "--installroot")),
            new SystemInstaller(
                    List.of("zypper"),
                    Set.of("install", "in", "remove", "rm", "source-install", "si", "patch", "update", "up"),
                    List.of("-n", "--non-interactive", "-y", "--no-confirm"),
                    "DL3034",
                    "DL3037",
                    ".*[=<>].*|.*\\.rpm",
                    Set.of("-r", "--repo", "--from", "-R", "--root", "-t", "--type", "-p", "--plus-repo")));

    boolean is(Call call) {
        return names.contains(call.name());
    }

    boolean installs(Call call) {
        return is(call) && !words(call).isEmpty() && installs.contains(words(call).getFirst().text());
    }

    /// Subcommand and packages.
    List<Argument> words(Call call) {
        return call.words(valued);
    }

    /// What is to be installed, names only.
    List<Argument> packages(Call call) {
        List<Argument> words = words(call);
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }

    boolean isPinned(Argument one) {
        String text = one.text();
        // What only a run can tell, such as a list in a variable, may well have versions.
        return text.matches(pinned) || text.startsWith("${") || text.startsWith("$(") || text.startsWith("/") || text.startsWith("./");
    }
}
