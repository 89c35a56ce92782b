package dev.cupel.inventory.java;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Groups that no archive tells and everyone knows: the table `groups.rules`. A vulnerability is looked up by group and artifact.
public final class KnownGroups {
    private final List<Rule> rules;

    private record Rule(Pattern artifact, String group) {}

    private KnownGroups(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public static KnownGroups load() {
        List<Rule> rules = new ArrayList<>();
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KnownGroups.class.getResourceAsStream("groups.rules")), StandardCharsets.UTF_8))) {
            for (String line : table.readAllLines()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.split("\\s+", 2);
                    rules.add(new Rule(Pattern.compile(columns[0]), columns[1].strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of groups is not in the archive", e);
        }
        return new KnownGroups(rules);
    }

    Optional<String> of(String artifact) {
        return rules.stream().filter(rule -> rule.artifact.matcher(artifact).matches()).map(Rule::group).findFirst();
    }
}
