package dev.cupel.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.lint.rule.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulePageTest {
    /// Run with `-Dcupel.rewrite=true` to write the page anew.
    @Test
    void the_page_in_the_documentation_is_that_of_the_rules() throws IOException {
        Path file = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("cupel")))
                .findFirst()
                .orElseThrow()
                .resolve("docs/lint-rules.md");
        String page = new RulePage(RuleBook.stock()).text();
        if (Boolean.getBoolean("cupel.rewrite")) {
            Files.writeString(file, page);
        }

        assertThat(page).isEqualTo(Files.readString(file));
    }

    @Test
    void every_rule_has_an_id_of_its_own_and_says_what_why_and_what_to_do() {
        HashSet<String> ids = new HashSet<>();

        assertThat(RuleBook.stock().rules()).allMatch(rule -> ids.add(rule.id()));
        assertThat(RuleBook.stock().rules()).noneMatch(rule -> rule.title().isBlank() || rule.why().isBlank() || rule.fix().isBlank());
    }
}
