package dev.cupel.lint.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/// What the values of labels must look like.
public final class LabelValues {
    private static final String OCI = "org.opencontainers.image.";
    private static final Map<String, LabelKind> ANNOTATIONS = Map.of(
            OCI + "url", LabelKind.URL,
            OCI + "documentation", LabelKind.URL,
            OCI + "source", LabelKind.URL,
            OCI + "created", LabelKind.RFC3339,
            OCI + "licenses", LabelKind.SPDX,
            OCI + "revision", LabelKind.HASH);
    private static final String LICENCE = "[A-Za-z0-9.-]+\\+?";

    /// What is longer is no value that a person wrote; it is not judged.
    private static final int LONGEST = 1000;

    private LabelValues() {}

    /// The rule that a value breaches: what a schema of one's own asks of it goes before what the OCI image specification does. Nothing is
    /// asked of an empty value.
    public static Optional<String> breach(String key, String value, Map<String, LabelKind> schema) {
        LabelKind kind = schema.getOrDefault(key, ANNOTATIONS.getOrDefault(key, LabelKind.TEXT));
        return value.isEmpty() || fits(value, kind) ? Optional.empty() : Optional.of(rule(kind));
    }

    private static boolean fits(String value, LabelKind kind) {
        return value.length() > LONGEST || switch (kind) {
            case TEXT, RAWTEXT -> true;
            case URL -> isAddress(value);
            case RFC3339 -> isTime(value);
            case SPDX -> value.replaceAll("[()]", " ").strip().matches("(%1$s)(\\s+(AND|OR|WITH)\\s+(%1$s))*".formatted(LICENCE));
            case HASH -> value.matches("[0-9a-f]{7,40}|[0-9a-f]{64}");
            case SEMVER -> value.matches("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");
            case EMAIL -> value.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
        };
    }

    private static String rule(LabelKind kind) {
        return switch (kind) {
            case URL, TEXT, RAWTEXT -> "DL3052";
            case RFC3339 -> "DL3053";
            case SPDX -> "DL3054";
            case HASH -> "DL3055";
            case SEMVER -> "DL3056";
            case EMAIL -> "DL3058";
        };
    }

    private static boolean isAddress(String value) {
        try {
            URI address = new URI(value);
            return address.isAbsolute() && address.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isTime(String value) {
        try {
            OffsetDateTime.parse(value.replace(' ', 'T'));
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
