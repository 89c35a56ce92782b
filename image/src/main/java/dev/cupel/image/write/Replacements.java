package dev.cupel.image.write;

import dev.cupel.image.ImagePath;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// New contents for some files, such as package databases that must tell the truth. Everything else about such a file, its owner,
/// mode and times, stays.
public final class Replacements {
    private final Map<ImagePath, byte[]> contents = new TreeMap<>();

    private Replacements(Map<ImagePath, byte[]> contents) {
        contents.forEach((path, content) -> this.contents.put(path, content.clone()));
    }

    public static Replacements none() {
        return new Replacements(Map.of());
    }

    public static Replacements of(Map<ImagePath, byte[]> contents) {
        return new Replacements(contents);
    }

    /// The new content of the file at `path`; empty if it keeps its own.
    public Optional<byte[]> of(ImagePath path) {
        return Optional.ofNullable(contents.get(path)).map(byte[]::clone);
    }

    boolean has(ImagePath path) {
        return contents.containsKey(path);
    }
}
