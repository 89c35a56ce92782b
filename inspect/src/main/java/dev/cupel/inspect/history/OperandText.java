package dev.cupel.inspect.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What follows an instruction's keyword. Builders print Go's values where a Dockerfile has JSON or plain words; this turns them back.
final class OperandText {
    /// Possessive, or a long one overflows the stack; begins behind no backslash, or each quote that none closes reads on to the end.
    private static final Pattern QUOTED = Pattern.compile("(?<!\\\\)\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"", Pattern.DOTALL);
    private static final Pattern GO_LIST = Pattern.compile("^\\[(.*)]$", Pattern.DOTALL);
    private static final Pattern GO_MAP = Pattern.compile("^map\\[(.*)]$", Pattern.DOTALL);
    private static final Pattern SUM = Pattern.compile("^(file|dir|multi):([0-9a-f]{12})[0-9a-f]* in (.*)$", Pattern.DOTALL);
    private static final Pattern HEALTH =
            Pattern.compile("^&\\{\\[(.*)] \"([^\"]*)\" \"([^\"]*)\" \"([^\"]*)\"(?: \"([^\"]*)\")? '(.*)'}$", Pattern.DOTALL);
    private static final Pattern PAIR = Pattern.compile("(?:^|\\s)([A-Za-z_][A-Za-z0-9_./-]*)=");

    private OperandText() {}

    static String of(String keyword, String text) {
        return switch (keyword) {
            case "CMD", "ENTRYPOINT", "SHELL", "VOLUME" -> list(text);
            case "EXPOSE" -> map(text);
            case "ENV", "LABEL" -> pairs(text);
            case "HEALTHCHECK" -> health(text);
            case "COPY", "ADD" -> copied(text);
            default -> text;
        };
    }

    /// `["nginx" "-g"]` and `[/data /logs]` as JSON.
    private static String list(String text) {
        Matcher list = GO_LIST.matcher(text);
        if (!list.matches()) {
            return text;
        }
        String inner = list.group(1);
        List<String> words = inner.contains("\"")
                ? QUOTED.matcher(inner).results().map(MatchResult::group).toList()
                : List.of(inner.strip().split("\\s+")).stream().map(word -> "\"" + word + "\"").toList();
        return "[" + String.join(", ", words) + "]";
    }

    /// `map[80/tcp:{} 443/tcp:{}]` as `80/tcp 443/tcp`.
    private static String map(String text) {
        Matcher map = GO_MAP.matcher(text);
        return map.matches() ? map.group(1).replace(":{}", "") : text;
    }

    private static String copied(String text) {
        Matcher sum = SUM.matcher(text);
        return sum.matches() ? sum.group(1) + ":" + sum.group(2) + " " + sum.group(3).strip() : text;
    }

    /// Quotes the values that have spaces: the history has them without.
    private static String pairs(String text) {
        List<MatchResult> names = PAIR.matcher(text).results().toList();
        if (names.isEmpty() || text.indexOf('"') >= 0) {
            return text;
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int end = i + 1 < names.size() ? names.get(i + 1).start() : text.length();
            String value = text.substring(names.get(i).end(), end).stripTrailing();
            boolean plain = value.chars().noneMatch(Character::isWhitespace);
            pairs.add(names.get(i).group(1) + "=" + (plain ? value : "\"" + value.replace("\\", "\\\\") + "\""));
        }
        return String.join(" ", pairs);
    }

    /// `&{["CMD-SHELL" "curl -f localhost"] "30s" "3s" "0s" '\x03'}` as options and command.
    private static String health(String text) {
        Matcher health = HEALTH.matcher(text);
        if (!health.matches()) {
            return text;
        }
        List<String> words = QUOTED.matcher(health.group(1)).results().map(MatchResult::group).toList();
        if (words.isEmpty() || words.getFirst().equals("\"NONE\"")) {
            return "NONE";
        }
        String options = option("interval", health.group(2)) + option("timeout", health.group(3)) + option("start-period", health.group(4));
        String command = words.getFirst().equals("\"CMD-SHELL\"")
                ? unquoted(words.getLast())
                : words.stream().skip(1).collect(Collectors.joining(", ", "[", "]"));
        return options + "CMD " + command;
    }

    private static String option(String name, String duration) {
        return duration.isEmpty() || duration.equals("0s") ? "" : "--" + name + "=" + duration + " ";
    }

    private static String unquoted(String word) {
        return word.substring(1, word.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
