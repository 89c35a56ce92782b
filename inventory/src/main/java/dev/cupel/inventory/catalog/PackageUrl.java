package dev.cupel.inventory.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A package URL such as `pkg:deb/debian/openssl@3.0.17-1~deb12u2?arch=amd64` (package-url specification 1.0).
/// `namespace` and `version` are empty where there is none.
public record PackageUrl(
        String type, String namespace, String name, String version, SortedMap<String, String> qualifiers) {
    // The characters that the specification leaves as they are; a colon is one of them.
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_~:";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// Reads what [#toString] writes and what others write; a subpath is left out.
    public static PackageUrl parse(String text) throws MalformedPackageUrl {
        return PackageUrlText.parse(text);
    }

    /// Without qualifiers.
    public static PackageUrl of(String type, String namespace, String name, String version) {
        return new PackageUrl(type, namespace, name, version, Collections.emptySortedMap());
    }

    public PackageUrl {
        TreeMap<String, String> told = new TreeMap<>(qualifiers);
        told.values().removeIf(String::isEmpty);
        qualifiers = Collections.unmodifiableSortedMap(told);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("pkg:").append(type).append('/');
        if (!namespace.isEmpty()) {
            for (String part : namespace.split("/")) {
                encode(part, out);
                out.append('/');
            }
        }
        encode(name, out);
        if (!version.isEmpty()) {
            encode(version, out.append('@'));
        }
        char before = '?';
        for (Map.Entry<String, String> one : qualifiers.entrySet()) {
            encode(one.getValue(), out.append(before).append(one.getKey()).append('='));
            before = '&';
        }
        return out.toString();
    }

    private static void encode(String text, StringBuilder out) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (PLAIN.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX.toHexDigits(b));
            }
        }
    }
}
