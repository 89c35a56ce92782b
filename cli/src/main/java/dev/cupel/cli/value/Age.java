package dev.cupel.cli.value;

import dev.cupel.image.Quoted;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long ago something was used last, as people write it.
public final class Age {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})([mhdw])");

    private Age() {}

    /// Reads `0`, `30m`, `12h`, `7d`, `2w`.
    public static Duration parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        if (!parts.matches()) {
            throw new IllegalArgumentException(Quoted.of(text) + " is not a duration; write 30m, 12h, 7d, 2w, or 0");
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }
}
