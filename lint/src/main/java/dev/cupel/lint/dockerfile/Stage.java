package dev.cupel.lint.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One stage: its FROM and what follows.
///
/// @param index from 0
/// @param instructions without the FROM
public record Stage(int index, Instruction from, List<Instruction> instructions) {
    public Stage {
        instructions = List.copyOf(instructions);
    }

    /// What it is built on, as written.
    public Optional<Word> image() {
        return from.words().stream().findFirst();
    }

    /// The name behind AS.
    public Optional<Word> alias() {
        List<Word> words = from.words();
        return words.size() >= 3 && words.get(1).text().equalsIgnoreCase("AS") ? Optional.of(words.get(2)) : Optional.empty();
    }

    /// Whether `reference` names this stage: by its name in any case, or by its number.
    public boolean isCalled(String reference) {
        return reference.equals(String.valueOf(index))
                || alias().filter(name -> name.text().toLowerCase(Locale.ROOT).equals(reference.toLowerCase(Locale.ROOT))).isPresent();
    }

    public List<Instruction> all(String name) {
        return instructions.stream().filter(instruction -> instruction.is(name)).toList();
    }

    public Optional<Instruction> last(String name) {
        List<Instruction> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
