package dev.cupel.inventory.distribution;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.RootFs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Which distribution an image is built on, as its `os-release` says (freedesktop.org os-release(5)). Empty where it says nothing.
public record Distribution(String id, String versionId, String prettyName) {
    private static final int LARGEST = 64 << 10;
    private static final List<ImagePath> PLACES = List.of(ImagePath.of("/etc/os-release"), ImagePath.of("/usr/lib/os-release"));

    /// Reads it; empty where the image names none.
    public static Optional<Distribution> of(RootFs root) throws IOException {
        for (ImagePath place : PLACES) {
            Optional<byte[]> bytes = root.read(place, LARGEST);
            if (bytes.isPresent()) {
                return Optional.of(parse(new String(bytes.get(), StandardCharsets.UTF_8)));
            }
        }
        return Optional.empty();
    }

    static Distribution parse(String text) {
        return new Distribution(value(text, "ID"), value(text, "VERSION_ID"), value(text, "PRETTY_NAME"));
    }

    private static String value(String text, String key) {
        return text.lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> unquoted(line.substring(key.length() + 1).strip()))
                .findFirst()
                .orElse("");
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && (value.startsWith("\"") || value.startsWith("'")) && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
