package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Stage;
import java.util.Optional;

/// Who the container runs as.
final class Users {
    private Users() {}

    /// Root named last by USER; what the base image says is seen in the image only.
    static void last(BuildFile file, Findings findings) {
        Optional<Stage> last = file.stages().last();
        Optional<Instruction> user = last.flatMap(stage -> file.stages().line(stage).stream()
                .flatMap(one -> one.last("USER").stream())
                .findFirst());
        user.filter(one -> isRoot(one.rest().text())).ifPresent(one -> findings.add("DL3002", one.head()));
    }

    private static boolean isRoot(String user) {
        return user.replaceAll("[\"']", "").matches("(root|0)(:.*)?");
    }

    static void names(BuildFile file, Findings findings) {
        file.stages().last().flatMap(stage -> stage.last("USER")).ifPresent(one -> {
            String user = one.rest().text().replaceAll("[\"']", "");
            if (!user.matches("\\d+(:.*)?") && !user.startsWith("$") && !user.isEmpty()) {
                findings.add("DL3066", one.rest().span(), user);
            }
        });
    }

    static void highNumbers(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            script.all(call -> call.is("useradd") && !call.has("-l", "--no-log-init")).forEach(call -> {
                boolean high = call.arguments().stream().map(Argument::text).anyMatch(text -> text.matches("(--uid=|-u)?[0-9]{6,}"));
                if (high && call.has("-u", "--uid")) {
                    findings.add("DL3046", call.span());
                }
            });
        }
    }

}
