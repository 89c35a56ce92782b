package dev.cupel.inventory.cataloguer.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What secrets look like: the table `secrets.rules`, a line of rule, a literal that every match holds, pattern.
final class SecretRules {
    private static final int SHOWN = 4;
    private static final Pattern NAME = Pattern.compile("(?i)pass(?:wd|word|phrase)?(?:_|$)|secret|(?:api|access|private|auth|encryption|signing)_?key|token|credential");
    private static final Pattern PUBLIC = Pattern.compile("(?i)gpg_keys?|public|_file$|_path$|_url$|keyring|bypass");
    private final List<Rule> rules;

    private record Rule(String id, String literal, Pattern pattern) {}

    /// What a rule found; the secret itself is cut off behind its first characters.
    record Hit(String rule, String masked) {}

    private SecretRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    static SecretRules load() {
        List<Rule> rules = new ArrayList<>();
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SecretRules.class.getResourceAsStream("secrets.rules")), StandardCharsets.UTF_8))) {
            for (String line : table.readAllLines()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.split("\\s+", 3);
                    rules.add(new Rule(columns[0], columns[1].replace('~', ' '), Pattern.compile(columns[2])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of secrets is not in the archive", e);
        }
        return new SecretRules(rules);
    }

    /// The first hit of each rule in a text.
    List<Hit> in(String text) {
        List<Hit> hits = new ArrayList<>();
        for (Rule rule : rules) {
            // Looking for a literal first costs next to nothing; looking for fifteen patterns does not.
            if (text.contains(rule.literal)) {
                Matcher matcher = rule.pattern.matcher(text);
                if (matcher.find()) {
                    hits.add(new Hit(rule.id, masked(matcher.group(matcher.groupCount()))));
                }
            }
        }
        return hits;
    }

    /// Whether a variable of this name and value holds a secret.
    static Optional<Hit> variable(String name, String value) {
        boolean named = NAME.matcher(name).find() && !PUBLIC.matcher(name).find();
        boolean filled = value.length() >= 4 && !value.startsWith("/") && !value.startsWith("$") && !value.matches("(?i)true|false|none|null|changeme|\\d+");
        return named && filled ? Optional.of(new Hit("variable", masked(value))) : Optional.empty();
    }

    private static String masked(String secret) {
        String shown = secret.substring(0, Math.min(SHOWN, secret.length() / 4));
        return shown.replaceAll("[^\\x20-\\x7e]", "?") + "…";
    }
}
