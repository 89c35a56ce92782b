package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Flag;
import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Node;
import dev.cupel.lint.dockerfile.Stage;
import dev.cupel.lint.dockerfile.Word;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What stages are called, and who asks for them.
final class StageNames {
    private static final Set<String> RESERVED = Set.of("scratch", "context");

    private StageNames() {}

    static void twins(BuildFile file, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Stage stage : file.all()) {
            stage.alias()
                    .filter(name -> !seen.add(name.text().toLowerCase(Locale.ROOT)))
                    .ifPresent(name -> findings.add("DuplicateStageName", name.span(), name.text()));
        }
    }

    static void reserved(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            stage.alias()
                    .filter(name -> RESERVED.contains(name.text().toLowerCase(Locale.ROOT)))
                    .ifPresent(name -> findings.add("ReservedStageName", name.span(), name.text()));
        }
    }

    /// Stages that neither the last one nor anything it needs refers to.
    static void unused(BuildFile file, Findings findings) {
        Set<Integer> needed = new HashSet<>();
        Deque<Stage> open = new ArrayDeque<>();
        file.stages().last().ifPresent(open::push);
        while (!open.isEmpty()) {
            Stage stage = open.pop();
            if (needed.add(stage.index())) {
                taken(stage, file).forEach(open::push);
            }
        }
        boolean dynamic = file.file().instructions().stream().flatMap(StageNames::references).anyMatch(Word::isVariable);
        for (Stage stage : file.all()) {
            if (!needed.contains(stage.index()) && !dynamic) {
                Word word = stage.alias().orElse(stage.from().keyword());
                findings.add("CUP1013", word.span(), stage.alias().map(Word::text).orElse("number " + stage.index()));
            }
        }
    }

    /// The stages that a stage takes something from.
    private static Stream<Stage> taken(Stage stage, BuildFile file) {
        return Stream.concat(Stream.of(stage.from()), BuildFile.unwrapped(stage).stream())
                .flatMap(StageNames::references)
                .flatMap(word -> file.stages().earlier(stage, word.unquoted()).stream());
    }

    /// What an instruction takes from other stages: FROM, `--from=`, `--mount=from=`.
    static Stream<Word> references(Instruction instruction) {
        Stream<Word> own = instruction.is("FROM") ? instruction.words().stream().limit(1) : Stream.empty();
        return Stream.concat(own, instruction.flags().stream().flatMap(StageNames::reference));
    }

    private static Stream<Word> reference(Flag flag) {
        if (flag.name().equals("from")) {
            return Stream.of(flag.value());
        }
        return flag.name().equals("mount")
                ? Stream.of(flag.value().unquoted().split(",", -1))
                        .filter(part -> part.startsWith("from="))
                        .map(part -> new Word(part.substring(5), flag.value().span()))
                : Stream.empty();
    }

    /// A comment right above a FROM with a name, or an ARG, that begins otherwise.
    static void descriptions(BuildFile file, Findings findings) {
        List<Node> nodes = file.file().nodes();
        for (int i = 1; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Instruction instruction && nodes.get(i - 1) instanceof Node.Comment comment) {
                Optional<String> name = described(instruction);
                if (name.isPresent() && !comment.text().isEmpty() && !comment.text().matches("(?i)\\Q" + name.get() + "\\E\\b.*")) {
                    findings.add("InvalidDefinitionDescription", comment.span(), "it would begin with " + name.get());
                }
            }
        }
    }

    private static Optional<String> described(Instruction instruction) {
        List<Word> words = instruction.words();
        if (instruction.is("ARG") && !words.isEmpty()) {
            return Optional.of(words.getFirst().text());
        }
        return instruction.is("FROM") && words.size() == 3 ? Optional.of(words.get(2).text()) : Optional.empty();
    }
}
