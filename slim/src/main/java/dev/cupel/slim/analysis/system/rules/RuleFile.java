package dev.cupel.slim.analysis.system.rules;

import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.system.glob.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Reads `*.rules`: paragraphs of lines that begin with a word.
///
/// ```
/// let lib = {/usr,}/lib{,64}
///
/// rule nss
/// why  name services are loaded by name
/// mode safe
/// when name libc.so.6
/// keep /etc/nsswitch.conf
/// tree $lib/nss
/// ```
final class RuleFile {
    private final String file;
    private final Map<String, String> abbreviations = new TreeMap<>();
    private final List<KeepRule> rules = new ArrayList<>();

    RuleFile(String file) {
        this.file = file;
    }

    /// The rules in order. These files are part of the program: a mistake in one is an [IllegalStateException].
    List<KeepRule> read(String text) {
        List<String[]> paragraph = new ArrayList<>();
        int number = 0;
        for (String line : (text + "\n\n").split("\n", -1)) {
            number++;
            if (line.isBlank() && !paragraph.isEmpty()) {
                add(paragraph, number);
                paragraph.clear();
            } else if (line.startsWith("let ")) {
                String[] parts = line.substring(4).split("=", 2);
                abbreviations.put("$" + parts[0].strip(), replaced(parts[1].strip()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                paragraph.add((line.strip() + " ").split("\\s+", 2));
            }
        }
        return List.copyOf(rules);
    }

    private void add(List<String[]> paragraph, int number) {
        String id = "";
        String why = "";
        Mode mode = Mode.LEAN;
        List<Condition> when = new ArrayList<>();
        List<Kept> keep = new ArrayList<>();
        List<Glob> but = new ArrayList<>();
        for (String[] line : paragraph) {
            String value = line[1].strip();
            switch (line[0]) {
                case "rule" -> id = value;
                case "why" -> why = value;
                case "mode" -> mode = Mode.valueOf(value.toUpperCase(Locale.ROOT));
                case "when" -> when.add(condition(value, number));
                case "keep" -> keep.add(new Kept(Glob.parse(replaced(value)), Need.Depth.SELF));
                case "tree" -> keep.add(new Kept(Glob.parse(replaced(value)), Need.Depth.TREE));
                case "but" -> but.add(Glob.parse(replaced(value)));
                default -> throw mistake(number, "the word " + line[0]);
            }
        }
        if (id.isEmpty() || why.isEmpty() || when.isEmpty() || keep.isEmpty()) {
            throw mistake(number, "a rule without id, why, when or keep");
        }
        rules.add(new KeepRule(id, why, mode, when, keep, but));
    }

    private Condition condition(String value, int number) {
        String[] words = value.split("\\s+", 2);
        return switch (words[0]) {
            case "always" -> new Condition.Always();
            case "name" -> new Condition.Name(Glob.parse("/" + replaced(words[1])));
            case "path" -> new Condition.Path(Glob.parse(replaced(words[1])));
            case "package" -> new Condition.OfPackage(words[1]);
            case "import" -> new Condition.Import(words[1], false);
            case "program-import" -> new Condition.Import(words[1], true);
            case "go-program" -> new Condition.GoProgram(words.length > 1 ? words[1] : "");
            default -> throw mistake(number, "the condition " + words[0]);
        };
    }

    private String replaced(String text) {
        String result = text;
        for (Map.Entry<String, String> one : abbreviations.entrySet()) {
            result = result.replace(one.getKey(), one.getValue());
        }
        return result;
    }

    private IllegalStateException mistake(int number, String what) {
        return new IllegalStateException("%s, before line %d: cannot read %s".formatted(file, number, what));
    }
}
