package dev.cupel.inventory.catalog;

import dev.cupel.image.Quoted;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;

/// Takes a package URL apart, from its end as the specification wants it (package-url 1.0, "How to parse a purl string").
final class PackageUrlText {
    private PackageUrlText() {}

    static PackageUrl parse(String text) throws MalformedPackageUrl {
        if (!text.startsWith("pkg:")) {
            throw new MalformedPackageUrl(Quoted.of(text) + " is no package URL");
        }
        String rest = before(text.substring(4), '#').replaceFirst("^/+", "");
        TreeMap<String, String> qualifiers = new TreeMap<>();
        int question = rest.indexOf('?');
        if (question >= 0) {
            for (String pair : rest.substring(question + 1).split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    qualifiers.put(pair.substring(0, equals).toLowerCase(Locale.ROOT), decoded(pair.substring(equals + 1)));
                }
            }
            rest = rest.substring(0, question);
        }
        int type = rest.indexOf('/');
        int at = rest.lastIndexOf('@');
        boolean versioned = at > rest.lastIndexOf('/');
        String path = versioned ? rest.substring(0, at) : rest;
        int name = path.lastIndexOf('/');
        if (type <= 0 || name < type || name == path.length() - 1) {
            throw new MalformedPackageUrl(Quoted.of(text) + " has no type or no name");
        }
        return new PackageUrl(
                rest.substring(0, type).toLowerCase(Locale.ROOT),
                name > type ? decoded(path.substring(type + 1, name)) : "",
                decoded(path.substring(name + 1)),
                versioned ? decoded(rest.substring(at + 1)) : "",
                qualifiers);
    }

    private static String before(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String decoded(String text) throws MalformedPackageUrl {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedPackageUrl(Quoted.of(text) + " is encoded wrongly");
        }
    }
}
