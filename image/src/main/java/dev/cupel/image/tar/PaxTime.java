package dev.cupel.image.tar;

import dev.cupel.image.Quoted;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times of pax headers: seconds since 1970 as a decimal fraction. Digits beyond nanoseconds are cut, towards zero, as Go does.
final class PaxTime {
    private static final Pattern FORM = Pattern.compile("(-?)(\\d{1,14})(?:\\.(\\d*))?");
    private static final int NANO_DIGITS = 9;

    private PaxTime() {}

    static Instant read(String text) throws MalformedTar {
        Matcher parts = FORM.matcher(text.length() > 64 ? "" : text);
        if (!parts.matches()) {
            throw new MalformedTar("a time of an extended header is " + Quoted.of(text));
        }
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        String nanoDigits = (fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS);
        long sign = parts.group(1).isEmpty() ? 1 : -1;
        return Instant.ofEpochSecond(sign * Long.parseLong(parts.group(2)), sign * Long.parseLong(nanoDigits));
    }

    static String write(Instant time) {
        long seconds = time.getEpochSecond();
        long nanos = time.getNano();
        if (nanos == 0) {
            return Long.toString(seconds);
        }
        boolean negative = seconds < 0;
        long whole = negative ? -(seconds + 1) : seconds;
        long part = negative ? 1_000_000_000L - nanos : nanos;
        String digits = "%09d".formatted(part).replaceFirst("0+$", "");
        return (negative ? "-" : "") + whole + "." + digits;
    }
}
