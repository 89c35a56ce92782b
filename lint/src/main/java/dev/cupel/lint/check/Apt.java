package dev.cupel.lint.check;

import dev.cupel.lint.rule.Edit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Habits with Debian's package manager, and updates of the whole system with any.
final class Apt {
    /// Subcommands that apt and apt-get have in common, and those that apt has from apt-cache.
    private static final Set<String> COMMON =
            Set.of("update", "upgrade", "install", "remove", "purge", "autoremove", "clean", "autoclean", "source", "build-dep", "download", "dist-upgrade");

    private static final Map<String, Set<String>> UPGRADES = Map.of(
            "apt-get", Set.of("upgrade", "dist-upgrade"),
            "apt", Set.of("upgrade", "full-upgrade", "dist-upgrade"),
            "apk", Set.of("upgrade"),
            "yum", Set.of("update", "upgrade"),
            "dnf", Set.of("update", "upgrade", "distro-sync"),
            "zypper", Set.of("update", "up"));

    private Apt() {}

    static void habits(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            for (Call call : script.calls()) {
                if (call.is("apt")) {
                    boolean same = COMMON.contains(call.verb()) && file.file().source().text().startsWith("apt ", call.span().start());
                    Edit edit = Edit.insertAt(call.span().start() + "apt".length(), "-get");
                    findings.add("DL3027", call.span(), "", same && call.wrappers().isEmpty() ? new Edit[] {edit} : new Edit[0]);
                }
                if (call.is("apt-get", "apt") && call.words().stream().anyMatch(word -> word.text().equals("install")) && !leavesOutRecommended(call)) {
                    findings.add("DL3015", call.span());
                }
                if (call.is("zypper") && call.words().stream().anyMatch(word -> word.text().matches("dist-upgrade|dup"))) {
                    findings.add("DL3035", call.span());
                }
                if (UPGRADES.getOrDefault(call.name(), Set.of()).stream().anyMatch(verb -> call.words().stream().map(Argument::text).toList().equals(List.of(verb)))) {
                    findings.add("CUP1011", call.span());
                }
            }
        }
    }

    private static boolean leavesOutRecommended(Call call) {
        return call.has("--no-install-recommends")
                || call.arguments().stream().anyMatch(one -> one.text().matches("(?i)(-o)?APT::Install-Recommends=(false|0|no)"));
    }

    static void loneUpdate(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            script.all(call -> isUpdate(call))
                    .filter(call -> script.all(other -> other.name().equals(call.name()) || other.name().startsWith("apt")).noneMatch(Apt::uses))
                    .findFirst()
                    .filter(_ -> !script.mounts("/var/lib/apt/lists") && !script.any(call -> call.is("rm")))
                    .ifPresent(call -> findings.add("CUP1023", call.span()));
        }
    }

    private static boolean isUpdate(Call call) {
        return (call.is("apt-get", "apt", "apk") && call.words().stream().map(Argument::text).toList().equals(List.of("update")))
                || (call.is("zypper") && call.words().stream().anyMatch(word -> word.text().matches("refresh|ref")));
    }

    private static boolean uses(Call call) {
        return call.words().stream().anyMatch(word -> word.text().matches("install|in|add|upgrade|dist-upgrade|full-upgrade|build-dep|download|source|update-cache"))
                || call.is("apt-file", "apt-cache");
    }
}
