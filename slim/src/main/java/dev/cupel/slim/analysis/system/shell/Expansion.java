package dev.cupel.slim.analysis.system.shell;

import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.inventory.shell.ShellScript;
import dev.cupel.inventory.shell.ShellWord;
import dev.cupel.inventory.shell.ShellWord.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/// Tells what a word may come to: each variable is tried with every value that the script or the image's environment gives it.
/// The values of a variable are worked out once; long scripts set hundreds of variables from each other.
final class Expansion {
    /// Stands for what only a run can tell.
    static final String UNKNOWN = "\0";

    private static final int MOST = 32;
    private static final int LONGEST = 20_000;
    private final SortedMap<String, List<ShellWord>> variables;
    private final ImageConfig config;
    private final String self;
    private final Map<String, Set<String>> values = new HashMap<>();

    /// `self` is the path of the script, which `$0` stands for; empty where there is none.
    Expansion(ShellScript script, ImageConfig config, String self) {
        this.variables = script.variables();
        this.config = config;
        this.self = self;
    }

    String self() {
        return self;
    }

    /// The texts that the word may become, at most 32; none where part of it is known only to a run. A script that finds its
    /// neighbours by its own place (`$(dirname "$0")/lib.sh`) is understood.
    List<String> of(ShellWord word) {
        return List.copyOf(expand(word));
    }

    /// The same, but where that gives none the text with [#UNKNOWN] in place of each unknown part.
    List<String> knownOf(ShellWord word) {
        List<String> texts = of(word);
        return texts.isEmpty() ? List.of(known(word)) : texts;
    }

    private String known(ShellWord word) {
        StringBuilder text = new StringBuilder();
        for (Part part : word.parts()) {
            Set<String> meanings = meanings(part);
            text.append(meanings.isEmpty() ? UNKNOWN : meanings.iterator().next());
        }
        return text.toString();
    }

    private Set<String> expand(ShellWord word) {
        Set<String> texts = new LinkedHashSet<>(Set.of(""));
        List<Part> parts = word.parts().stream().filter(part -> !isEmpty(part)).toList();
        for (int i = 0; i < parts.size(); i++) {
            Set<String> meanings = meanings(parts.get(i));
            if (meanings.isEmpty() && i == 0 && startsPath(parts) && self.startsWith("/")) {
                meanings = Set.of(self.substring(0, self.lastIndexOf('/')));
            }
            texts = joined(texts, meanings);
        }
        return texts;
    }

    private Set<String> meanings(Part part) {
        return switch (part) {
            case Part.Text(String text, boolean _) -> Set.of(text);
            case Part.Variable variable -> values(variable);
            case Part.Unknown() -> Set.of();
        };
    }

    private Set<String> values(Part.Variable variable) {
        Set<String> all = new LinkedHashSet<>(valuesOf(variable.name()));
        variable.fallback().ifPresent(word -> all.addAll(expand(word)));
        return all;
    }

    private Set<String> valuesOf(String name) {
        Set<String> known = values.get(name);
        if (known != null) {
            return known;
        }
        Set<String> found = new LinkedHashSet<>();
        if (name.equals("0") || name.equals("BASH_SOURCE")) {
            found.add(self);
        }
        config.variable(name).ifPresent(found::add);
        values.put(name, Set.copyOf(found)); // what a variable adds to its own old value is not followed further
        for (ShellWord value : variables.getOrDefault(name, List.of())) {
            if (found.size() < MOST) {
                found.addAll(expand(value));
            }
        }
        values.put(name, found);
        return found;
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
                if (all.size() < MOST && head.length() + tail.length() < LONGEST) {
                    all.add(head + tail);
                }
            }
        }
        return new LinkedHashSet<>(all);
    }
}
