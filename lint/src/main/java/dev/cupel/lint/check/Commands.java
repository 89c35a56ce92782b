package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Arguments;
import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// CMD, ENTRYPOINT and HEALTHCHECK.
final class Commands {
    private Commands() {}

    static void repeated(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            for (String name : Set.of("CMD", "ENTRYPOINT", "HEALTHCHECK")) {
                List<Instruction> all = stage.all(name);
                if (all.size() > 1) {
                    all.subList(0, all.size() - 1)
                            .forEach(one -> findings.add("MultipleInstructionsDisallowed", one.keyword().span(), name + " comes again below"));
                }
            }
        }
    }

    static void shellForm(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            boolean shellChosen = stage.last("SHELL").isPresent();
            Stream.of("CMD", "ENTRYPOINT")
                    .flatMap(name -> stage.last(name).stream())
                    .filter(one -> !one.isJson() && !shellChosen && !one.rest().text().startsWith("exec ")) // exec puts the program in the shell's place
                    .forEach(one -> findings.add("JSONArgsRecommended", one.head(), one.name()));
            Optional<Instruction> entry = stage.last("ENTRYPOINT");
            if (entry.filter(one -> !one.isJson()).isPresent() && stage.last("CMD").isPresent()) {
                findings.add("CUP1015", entry.get().head());
            }
        }
    }

    static void healthCheck(BuildFile file, Findings findings) {
        Optional<Stage> last = file.stages().last();
        if (last.isPresent() && file.stages().line(last.get()).stream().noneMatch(stage -> stage.last("HEALTHCHECK").isPresent())) {
            findings.add("DL3057", last.get().from().head());
        }
        for (Stage stage : file.all()) {
            stage.all("HEALTHCHECK").stream()
                    .filter(one -> one.arguments() instanceof Arguments.Nested(var command) && command.words().isEmpty() && command.isJson())
                    .forEach(one -> findings.add("CUP0001", one.head(), "the list of HEALTHCHECK CMD is empty"));
        }
    }
}
