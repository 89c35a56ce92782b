package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Stage;
import java.util.Set;

/// What RUN should not do with its shell.
final class ShellHabits {
    private static final Set<String> POINTLESS =
            Set.of("ssh", "vim", "vi", "nano", "emacs", "shutdown", "reboot", "halt", "service", "systemctl", "ps", "free", "top", "htop", "kill", "mount", "umount", "ifconfig", "less", "more", "man", "su");

    private ShellHabits() {}

    static void pointless(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            script.all(call -> POINTLESS.contains(call.name()) && !isUseful(script, call))
                    .forEach(call -> findings.add("DL3001", call.span(), call.name()));
        }
    }

    /// `systemctl enable` only makes links; a mount works where the build may do everything; a server that the same RUN starts may be ended by
    /// it.
    private static boolean isUseful(Script script, Call call) {
        boolean links = call.is("systemctl") && call.verb().matches("enable|disable|mask|unmask|preset|set-default");
        boolean insecure = call.is("mount", "umount") && script.instruction().flag("security").isPresent();
        boolean asUser = call.is("su") && call.has("-c", "--command");
        boolean checks = call.has("--version", "--help");
        return links || insecure || asUser || checks;
    }

    static void changeDirectory(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            // Only where the whole RUN happens there does a WORKDIR mean the same.
            script.calls().stream()
                    .filter(call -> !call.is("set"))
                    .limit(1)
                    .filter(call -> call.is("cd") && call.words().size() == 1 && !call.verb().contains("$") && script.instruction().hereDocuments().isEmpty())
                    .forEach(call -> findings.add("DL3003", call.span()));
        }
    }

    static void sudo(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            script.all(call -> call.is("sudo")).forEach(call -> findings.add("DL3004", call.span()));
        }
    }

    static void shellReplaced(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            script.all(call -> call.is("ln") && call.words().stream().anyMatch(word -> word.text().equals("/bin/sh") && word.equals(call.words().getLast())))
                    .forEach(call -> findings.add("DL4005", call.span()));
        }
    }

    static void pipes(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            for (Script script : file.scripts(stage)) {
                if (!script.pipefail() && !writesOnly(script)) {
                    script.all(call -> call.piped() && mayFail(call))
                            .findFirst()
                            .ifPresent(call -> findings.add("DL4006", call.span()));
                }
            }
        }
    }

    /// What prints text that is given to it does not fail.
    private static boolean mayFail(Call call) {
        return !call.is("echo", "printf", "yes", "true", ":");
    }

    private static boolean writesOnly(Script script) {
        return script.calls().stream().filter(Call::piped).noneMatch(ShellHabits::mayFail);
    }

    static void exports(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            boolean alone = !script.calls().isEmpty() && script.calls().stream().allMatch(call -> call.is("export", "cd", "alias", "umask"));
            if (alone) {
                script.all(call -> call.is("export", "alias", "umask")).forEach(call -> findings.add("CUP1026", call.span()));
            }
        }
    }
}
