package dev.cupel.lint.check;

import java.util.Locale;

/// The name of an image as FROM has it.
///
/// @param registry empty if it names none
/// @param path without registry, tag and digest
/// @param tag empty if it has none
/// @param digest empty if it has none
record BaseImage(String registry, String path, String tag, String digest) {

    private static final int LONGEST = 255;

    static BaseImage of(String name) {
        int at = name.indexOf('@');
        String bare = at < 0 ? name : name.substring(0, at);
        String digest = at < 0 ? "" : name.substring(at + 1);
        int colon = bare.lastIndexOf(':');
        boolean tagged = colon > bare.lastIndexOf('/');
        String path = tagged ? bare.substring(0, colon) : bare;
        int slash = path.indexOf('/');
        String first = slash < 0 ? "" : path.substring(0, slash);
        boolean named = first.contains(".") || first.contains(":") || first.equals("localhost");
        return new BaseImage(named ? first : "", named ? path.substring(slash + 1) : path, tagged ? bare.substring(colon + 1) : "", digest);
    }

    boolean isScratch() {
        return path.equals("scratch") && registry.isEmpty();
    }

    /// The last part of the path.
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Whether it could be a name: lower case, no part empty.
    boolean isValid() {
        return path.length() <= LONGEST && path.matches("[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*")
                && (tag.isEmpty() || tag.matches("[\\w][\\w.-]{0,127}"))
                && (digest.isEmpty() || digest.toLowerCase(Locale.ROOT).matches("[a-z0-9]+:[0-9a-f]{32,}"));
    }

    /// Whether the name ends in a colon, as `app:${TAG}` does without a tag.
    static boolean lacksTag(String name) {
        return name.endsWith(":") || name.endsWith("@") || name.isEmpty() || name.startsWith(":") || name.startsWith("/");
    }
}
