package dev.cupel.slim.analysis.system.shell;

import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.inventory.shell.ShellScript;
import dev.cupel.inventory.shell.ShellWord;
import dev.cupel.inventory.shell.ShellWord.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells what a word may come to: each variable is tried with every value that the script or the image's environment gives it.
///
/// @param self the path of the script, which `$0` stands for; empty where there is none
record Expansion(Map<String, List<ShellWord>> variables, ImageConfig config, String self) {
    private static final int MOST = 32;
    private static final int DEEPEST = 6;

    /// Stands for what only a run can tell.
    static final String UNKNOWN = "\0";

    static Expansion of(ShellScript script, ImageConfig config, String self) {
        return new Expansion(script.variables(), config, self);
    }

    /// The texts that the word may become, at most 32; none where part of it is known only to a run. A script that finds its
    /// neighbours by its own place (`$(dirname "$0")/lib.sh`) is understood.
    List<String> of(ShellWord word) {
        return List.copyOf(expand(word, DEEPEST));
    }

    /// The same, but where that gives none the text with [#UNKNOWN] in place of each unknown part.
    List<String> knownOf(ShellWord word) {
        List<String> texts = of(word);
        return texts.isEmpty() ? List.of(known(word)) : texts;
    }

    private String known(ShellWord word) {
        StringBuilder text = new StringBuilder();
        for (Part part : word.parts()) {
            Set<String> meanings = meanings(part, DEEPEST);
            text.append(meanings.isEmpty() ? UNKNOWN : meanings.iterator().next());
        }
        return text.toString();
    }

    private Set<String> expand(ShellWord word, int depth) {
        Set<String> texts = new LinkedHashSet<>(Set.of(""));
        List<Part> parts = word.parts().stream().filter(part -> !isEmpty(part)).toList();
        for (int i = 0; i < parts.size(); i++) {
            Set<String> meanings = meanings(parts.get(i), depth);
            if (meanings.isEmpty() && i == 0 && startsPath(parts) && self.startsWith("/")) {
                meanings = Set.of(self.substring(0, self.lastIndexOf('/')));
            }
            texts = joined(texts, meanings);
        }
        return texts;
    }

    private Set<String> meanings(Part part, int depth) {
        return switch (part) {
            case Part.Text(String text, boolean _) -> Set.of(text);
            case Part.Variable variable -> values(variable, depth);
            case Part.Unknown() -> Set.of();
        };
    }

    private Set<String> values(Part.Variable variable, int depth) {
        Set<String> values = new LinkedHashSet<>();
        if (depth == 0) {
            return values;
        }
        if (variable.name().equals("0") || variable.name().equals("BASH_SOURCE")) {
            values.add(self);
        }
        config.variable(variable.name()).ifPresent(values::add);
        for (ShellWord value : variables.getOrDefault(variable.name(), List.of())) {
            values.addAll(expand(value, depth - 1));
        }
        variable.fallback().ifPresent(word -> values.addAll(expand(word, depth - 1)));
        return values;
    }

    /// Whether what follows the first, unknown part begins a path below it.
    private static boolean startsPath(List<Part> parts) {
        return parts.size() > 1 && parts.get(1) instanceof Part.Text(String text, boolean _) && text.startsWith("/");
    }

    private static boolean isEmpty(Part part) {
        return part instanceof Part.Text(String text, boolean _) && text.isEmpty();
    }

    private static Set<String> joined(Set<String> heads, Set<String> tails) {
        List<String> all = new ArrayList<>();
        for (String head : heads) {
            for (String tail : tails) {
                if (all.size() < MOST) {
                    all.add(head + tail);
                }
            }
        }
        return new LinkedHashSet<>(all);
    }
}
