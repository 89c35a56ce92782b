package dev.cupel.lint;

import dev.cupel.lint.rule.Rule;
import dev.cupel.lint.rule.RuleBook;
import dev.cupel.lint.rule.Target;
import java.util.List;

/// The page that lists all rules, in Markdown.
public record RulePage(RuleBook book) {

    public String text() {
        StringBuilder page = new StringBuilder("""
                # The rules of `cupel lint`

                Made from `rules.yaml` by the tests (`-Dcupel.rewrite=true`); do not edit. How to use and to silence them: [lint.md](lint.md).
                A profile has its own rules and those of the ones before it: bronze, silver (the default), gold.

                """);
        section(page, "Dockerfiles", Target.FILE);
        section(page, "Images", Target.IMAGE);
        return page.toString();
    }

    private void section(StringBuilder page, String title, Target target) {
        List<Rule> rules = book.rules().stream().filter(rule -> rule.target().covers(target)).toList();
        page.append("## ").append(title).append(" (").append(rules.size()).append(")\n\n");
        page.append("| id | also | severity | profile | what | why | fix |\n|---|---|---|---|---|---|---|\n");
        for (Rule rule : rules) {
            String id = rule.links().isEmpty() ? rule.id() : "[%s](%s)".formatted(rule.id(), rule.links().getFirst());
            String level = rule.stock() ? rule.level().toString() : "by configuration";
            page.append("| %s | %s | %s | %s | %s | %s | %s |\n".formatted(
                    id, String.join(", ", rule.also()), rule.severity(), level, cell(rule.title()), cell(rule.why()), cell(rule.fix())));
        }
        page.append('\n');
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
