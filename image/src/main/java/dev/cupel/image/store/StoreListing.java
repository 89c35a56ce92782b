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
    private static final List<StoredFile.Kind> OWN =
            List.of(StoredFile.Kind.BLOB, StoredFile.Kind.TAR, StoredFile.Kind.INDEX, StoredFile.Kind.MEMO);
    private static final List<String> ALGORITHMS = List.of("sha256", "sha512");

    public StoreListing {
        files = List.copyOf(files);
    }

    public static StoreListing of(ContentStore store, List<Annex> annexes) throws IOException {
        List<StoredFile> files = new ArrayList<>();
        for (StoredFile.Kind kind : OWN) {
            for (Digest digest : digests(store.layout().kind(kind.folder()))) {
                addIfThere(kind, digest, store.layout(), files);
            }
        }
        for (Annex annex : annexes) {
            files.addAll(annex.files());
        }
        files.sort(Comparator.comparing(StoredFile::lastUsed).reversed().thenComparing(StoredFile::digest));
        return new StoreListing(files);
    }

    /// All of it together.
    public long sizeBytes() {
        return files.stream().mapToLong(StoredFile::sizeBytes).sum();
    }

    /// The digests that have a file or directory in a folder of the form `ALGORITHM/HEX`; other names are not the store's.
    public static List<Digest> digests(Path folder) throws IOException {
        List<Digest> digests = new ArrayList<>();
        for (String algorithm : ALGORITHMS) {
            Path named = folder.resolve(algorithm);
            if (Files.isDirectory(named)) {
                try (Stream<Path> found = Files.list(named)) {
                    found.map(path -> path.getFileName().toString())
                            .filter(name -> name.matches(algorithm.equals("sha256") ? "[0-9a-f]{64}" : "[0-9a-f]{128}"))
                            .map(name -> new Digest(algorithm, name))
                            .forEach(digests::add);
                }
            }
        }
        return digests;
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
