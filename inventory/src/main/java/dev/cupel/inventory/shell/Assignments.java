package dev.cupel.inventory.shell;

import dev.cupel.inventory.shell.ShellWord.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Recognises what gives a variable its value.
record Assignments(Findings findings) {
    private static final Set<String> DECLARING = Set.of("export", "readonly", "local", "declare", "typeset");

    /// Whether `word` is `NAME=value`; if so it is noted.
    boolean take(ShellWord word) {
        if (word.parts().isEmpty() || !(word.parts().getFirst() instanceof Part.Text(String text, boolean quoted)) || quoted) {
            return false;
        }
        int equals = text.indexOf('=');
        String name = equals < 0 ? "" : nameBefore(text, equals);
        if (!Names.isName(name)) {
            return false;
        }
        List<Part> value = new ArrayList<>();
        if (equals + 1 < text.length()) {
            value.add(new Part.Text(text.substring(equals + 1), false));
        }
        value.addAll(word.parts().subList(1, word.parts().size()));
        findings.variable(name, new ShellWord(value));
        return true;
    }

    /// Whether `word` is `NAME=` or `NAME+=`, which a bracket may follow.
    boolean opensArray(ShellWord word) {
        return word.literal().filter(text -> text.endsWith("=") && Names.isName(nameBefore(text, text.length() - 1))).isPresent();
    }

    void element(ShellWord opening, ShellWord value) {
        String text = opening.literal().orElse("");
        findings.variable(nameBefore(text, text.indexOf('=')), value);
    }

    /// `export NAME=value` and its like.
    void ofCommand(List<ShellWord> words) {
        if (words.getFirst().literal().filter(DECLARING::contains).isPresent()) {
            words.subList(1, words.size()).forEach(this::take);
        }
    }

    /// The name that a word which [#take] took gives a value.
    static String nameOf(ShellWord word) {
        String text = word.parts().getFirst() instanceof Part.Text(String first, boolean _) ? first : "";
        return nameBefore(text, Math.max(0, text.indexOf('=')));
    }

    private static String nameBefore(String text, int equals) {
        String name = equals > 0 && text.charAt(equals - 1) == '+' ? text.substring(0, equals - 1) : text.substring(0, equals);
        int bracket = name.indexOf('[');
        return bracket > 0 && name.endsWith("]") ? name.substring(0, bracket) : name;
    }
}
