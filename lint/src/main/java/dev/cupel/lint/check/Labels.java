package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Pair;
import dev.cupel.lint.dockerfile.Stage;
import dev.cupel.lint.dockerfile.Word;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// LABEL: keys, and what the annotations of the OCI image specification and a schema of one's own ask of values.
final class Labels {
    private static final int LONGEST_KEY = 500;

    private Labels() {}

    private static Stream<Pair> all(BuildFile file) {
        return file.file().instructions().stream().filter(one -> one.is("LABEL")).flatMap(one -> one.pairs().stream());
    }

    static void keys(BuildFile file, Findings findings) {
        all(file).forEach(pair -> {
            String key = pair.name().unquoted();
            if (key.length() > LONGEST_KEY) {
                return;
            }
            boolean reserved = key.matches("(com\\.docker|io\\.docker|org\\.dockerproject)\\..*");
            if (!pair.name().isVariable() && (reserved || !key.matches("[a-z]([a-z0-9]|[.-](?![.-]))*[a-z0-9]|[a-z]"))) {
                findings.add("DL3048", pair.name().span(), key);
            }
        });
    }

    static void values(BuildFile file, Findings findings) {
        all(file).forEach(pair -> {
            String key = pair.name().unquoted();
            String value = pair.value().map(Word::unquoted).orElse("");
            if (value.isEmpty()) {
                findings.add("DL3051", pair.span(), key);
            } else if (!value.contains("$")) {
                LabelValues.breach(key, value, file.surroundings().labels()).ifPresent(rule -> findings.add(rule, pair.span(), key));
            }
        });
    }

    static void schema(BuildFile file, Findings findings) {
        Map<String, LabelKind> schema = file.surroundings().labels();
        List<Stage> line = file.stages().last().map(stage -> file.stages().line(stage)).orElse(List.of());
        Set<String> given = line.stream()
                .flatMap(stage -> stage.all("LABEL").stream())
                .flatMap(one -> one.pairs().stream())
                .map(pair -> pair.name().unquoted())
                .collect(Collectors.toSet());
        for (String key : schema.keySet()) {
            if (!given.contains(key) && !line.isEmpty()) {
                Instruction from = line.getFirst().from();
                findings.add("DL3049", from.head(), key);
            }
        }
        if (file.surroundings().strictLabels()) {
            all(file).filter(pair -> !schema.containsKey(pair.name().unquoted()))
                    .forEach(pair -> findings.add("DL3050", pair.name().span(), pair.name().text()));
        }
    }
}
