package dev.cupel.inspect.xray;

import java.util.regex.Pattern;

/// Text out of an image's configuration without the values that look like secrets by their names.
final class Masked {
    private static final Pattern SECRET = Pattern.compile(
            "(?i)\\b([A-Z0-9_]*(?:PASSW|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY)[A-Z0-9_]*)=(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\"]+)");

    private Masked() {}

    static String of(String text) {
        return SECRET.matcher(text).replaceAll("$1=***");
    }

    /// A whole `NAME=value`; the value may have spaces.
    static String pair(String pair) {
        int equals = pair.indexOf('=');
        boolean secret = equals > 0 && equals < pair.length() - 1 && SECRET.matcher(pair.substring(0, equals) + "=x").matches();
        return secret ? pair.substring(0, equals) + "=***" : of(pair);
    }
}
