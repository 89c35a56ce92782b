package dev.cupel.image.store;

import dev.cupel.image.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What a store holds, most recently used first. Listing uses nothing and renews no time.
public record StoreListing(List<StoredFile> files) {
    private static final List<String> ALGORITHMS = List.of("sha256", "sha512");

    public StoreListing {
        files = List.copyOf(files);
    }

    public static StoreListing of(ContentStore store) throws IOException {
        List<StoredFile> files = new ArrayList<>();
        for (StoredFile.Kind kind : StoredFile.Kind.values()) {
            for (String algorithm : ALGORITHMS) {
                for (String name : names(store.layout().kind(kind.folder()).resolve(algorithm))) {
                    addIfThere(kind, new Digest(algorithm, name), store.layout(), files);
                }
            }
        }
        files.sort(Comparator.comparing(StoredFile::lastUsed).reversed().thenComparing(StoredFile::digest));
        return new StoreListing(files);
    }

    /// All of it together.
    public long sizeBytes() {
        return files.stream().mapToLong(StoredFile::sizeBytes).sum();
    }

    /// The names in a folder that can be digests; others are not the store's.
    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{64}|[0-9a-f]{128}"))
                    .toList();
        }
    }

    private static void addIfThere(StoredFile.Kind kind, Digest digest, StoreLayout layout, List<StoredFile> files)
            throws IOException {
        Path path = layout.file(kind.folder(), digest);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            files.add(new StoredFile(
                    kind, digest, attributes.size(), attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException e) {
            return; // a collector was faster
        }
    }
}
