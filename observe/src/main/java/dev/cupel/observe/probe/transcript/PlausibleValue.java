package dev.cupel.observe.probe.transcript;

import java.util.Locale;

/// What a visitor would enter in a field, by the field's name alone. Always the same for the same name.
public final class PlausibleValue {
    private PlausibleValue() {}

    /// A value for the field or parameter of this name.
    public static String named(String fieldName) {
        String name = fieldName.toLowerCase(Locale.ROOT);
        if (name.contains("mail")) {
            return "probe@example.com";
        } else if (name.contains("pass")) {
            return "Cupel-Probe-1";
        } else if (name.contains("date")) {
            return "2024-02-29";
        } else if (name.contains("zone") || name.equals("tz")) {
            return "Europe/Berlin";
        } else if (name.contains("lang") || name.contains("locale")) {
            return "de";
        } else if (name.contains("url") || name.contains("link")) {
            return "http://127.0.0.1/";
        } else if (name.contains("phone") || name.contains("tel")) {
            return "+49301234567";
        }
        return counts(name) ? "1" : "cupel";
    }

    private static boolean counts(String name) {
        return name.equals("id") || name.endsWith("_id") || name.contains("count") || name.contains("num") || name.contains("page")
                || name.contains("limit") || name.contains("amount") || name.contains("year") || name.contains("size")
                || name.contains("width") || name.contains("height") || name.equals("n");
    }
}
