package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Arguments;
import dev.cupel.lint.dockerfile.Flag;
import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Pair;
import dev.cupel.lint.dockerfile.Scope;
import dev.cupel.lint.dockerfile.Stage;
import dev.cupel.lint.dockerfile.VariableUse;
import dev.cupel.lint.dockerfile.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Variables: where they come from, and whether they are there.
final class Variables {
    private static final Set<String> EXPANDED =
            Set.of("ADD", "COPY", "ENV", "EXPOSE", "LABEL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR", "ARG");

    private Variables() {}

    /// A variable of the base image may be unknown here, so only those are told of that cannot come from it: the base is scratch, the
    /// name is an ARG from above the first FROM, or it is one letter off a name that is known.
    static void undefined(BuildFile file, Findings findings) {
        Map<Integer, Scope> scopes = new HashMap<>();
        for (Stage stage : file.all()) {
            Scope scope = Scope.inside(file.stages().parent(stage).map(parent -> scopes.getOrDefault(parent.index(), Scope.inside(Optional.empty()))));
            boolean fromNothing = file.base(stage).filter(BaseImage::isScratch).isPresent();
            for (Instruction instruction : stage.instructions()) {
                for (Word word : expanded(instruction)) {
                    for (VariableUse use : VariableUse.in(word.text(), file.file().escape())) {
                        String name = use.name();
                        boolean open = !scope.knows(name) && !use.hasFallback() && !name.equals("PATH");
                        Optional<String> near = scope.names().stream().filter(one -> isNear(one, name)).findFirst();
                        if (open && (fromNothing || near.isPresent() || file.global().knows(name))) {
                            findings.add("UndefinedVar", word.span(), "$" + name + near.map(one -> "; is $" + one + " meant?").orElse(""));
                        }
                    }
                }
                scope.pass(instruction, file.global(), file.file().escape());
            }
            scopes.put(stage.index(), scope);
        }
    }

    private static List<Word> expanded(Instruction instruction) {
        List<Word> words = new ArrayList<>();
        if (EXPANDED.contains(instruction.name())) {
            if (!(instruction.arguments() instanceof Arguments.Pairs)) {
                words.addAll(instruction.words());
            }
            instruction.pairs().forEach(pair -> pair.value().ifPresent(words::add));
            instruction.flags().stream().map(Flag::value).forEach(words::add);
        }
        return words;
    }

    /// Whether one letter was changed, left out, added or swapped with the next, in a name of at least four.
    private static boolean isNear(String known, String name) {
        if (known.equals(name) || Math.min(known.length(), name.length()) < 4 || Math.abs(known.length() - name.length()) > 1) {
            return false;
        }
        int start = 0;
        while (start < Math.min(known.length(), name.length()) && known.charAt(start) == name.charAt(start)) {
            start++;
        }
        String a = known.substring(start);
        String b = name.substring(start);
        boolean swapped = a.length() == b.length() && a.length() > 1 && a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0) && a.substring(2).equals(b.substring(2));
        boolean digit = !a.isEmpty() && !b.isEmpty() && Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0)); // A1 and A2 are two names
        return swapped || (!digit && (tail(a).equals(tail(b)) || tail(a).equals(b) || a.equals(tail(b))));
    }

    private static String tail(String text) {
        return text.isEmpty() ? "" : text.substring(1);
    }

    static void selfReference(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            Set<String> before = new HashSet<>();
            for (Instruction instruction : BuildFile.unwrapped(stage)) {
                if (instruction.is("ENV")) {
                    Set<String> own = new HashSet<>();
                    for (Pair pair : instruction.pairs()) {
                        List<VariableUse> uses = pair.value().map(value -> VariableUse.in(value.text(), file.file().escape())).orElse(List.of());
                        uses.stream()
                                .filter(use -> own.contains(use.name()) && !before.contains(use.name()))
                                .findFirst()
                                .ifPresent(use -> findings.add("DL3044", pair.span(), "$" + use.name()));
                        own.add(pair.name().unquoted());
                    }
                }
                instruction.pairs().forEach(pair -> before.add(pair.name().unquoted()));
            }
        }
    }

    static void unusedArguments(BuildFile file, Findings findings) {
        List<Instruction> all = file.file().instructions();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).is("ARG")) {
                continue;
            }
            List<Instruction> later = all.subList(i + 1, all.size());
            for (Pair pair : all.get(i).pairs()) {
                String name = pair.name().unquoted();
                boolean used = all.get(i).pairs().stream().anyMatch(one -> one.value().filter(value -> mentions(value.text(), name)).isPresent())
                        || later.stream().anyMatch(one -> uses(file, one, name));
                if (!used && !Scope.PREDEFINED.contains(name)) {
                    findings.add("CUP1014", pair.span(), name);
                }
            }
        }
    }

    /// A RUN may use an argument without naming it: as a variable of the programs that it starts. Only a name with capitals that no RUN
    /// follows is surely unused.
    private static boolean uses(BuildFile file, Instruction instruction, String name) {
        boolean redeclared = instruction.is("ARG") && instruction.pairs().stream().anyMatch(pair -> pair.name().unquoted().equals(name));
        return redeclared || instruction.is("RUN") || mentions(file.file().source().at(instruction.span()), name);
    }

    private static boolean mentions(String text, String name) {
        return text.matches("(?s).*\\$\\{?\\Q" + name + "\\E(?![A-Za-z0-9_]).*");
    }

    static void frontend(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            stage.all("ENV").stream()
                    .flatMap(instruction -> instruction.pairs().stream())
                    .filter(pair -> pair.name().unquoted().equals("DEBIAN_FRONTEND"))
                    .filter(pair -> pair.value().filter(value -> !value.unquoted().isEmpty()).isPresent())
                    .forEach(pair -> findings.add("CUP1019", pair.span()));
        }
    }
}
