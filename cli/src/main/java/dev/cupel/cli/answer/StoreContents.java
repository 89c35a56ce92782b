package dev.cupel.cli.answer;

import dev.cupel.cli.terminal.Table;
import dev.cupel.cli.terminal.Words;
import dev.cupel.image.store.NamedImage;
import dev.cupel.image.store.StoreListing;
import dev.cupel.image.store.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What the store holds: images by name, and what it all takes by kind. An image's size counts what it shares with others, too.
///
/// @param listedAt the time to which the ages for people count
public record StoreContents(String directory, long sizeBytes, List<ImageRow> images, List<KindRow> kinds, Instant listedAt) implements Answer {
    /// An image that came into the store or was made in it.
    public record ImageRow(List<String> names, String digest, long sizeBytes, Instant lastUsed) {
        public ImageRow {
            names = List.copyOf(names);
        }
    }

    /// All that is of one kind: `blob`, `tar`, `index` or `unpacked`.
    public record KindRow(String kind, int count, long sizeBytes, Instant lastUsed) {}

    public StoreContents {
        images = List.copyOf(images);
        kinds = List.copyOf(kinds);
    }

    /// Of what was listed at `now`.
    public static StoreContents of(String directory, List<NamedImage> images, StoreListing listing, Instant now) {
        Map<StoredFile.Kind, List<StoredFile>> byKind = listing.files().stream()
                .collect(Collectors.groupingBy(StoredFile::kind, () -> new EnumMap<>(StoredFile.Kind.class), Collectors.toList()));
        List<KindRow> kinds = byKind.entrySet().stream()
                .map(entry -> new KindRow(
                        entry.getKey().name().toLowerCase(Locale.ROOT),
                        entry.getValue().size(),
                        entry.getValue().stream().mapToLong(StoredFile::sizeBytes).sum(),
                        entry.getValue().getFirst().lastUsed())) // the listing is sorted so
                .toList();
        List<ImageRow> rows = images.stream()
                .map(one -> new ImageRow(one.names(), one.manifest().toString(), one.sizeBytes(), one.lastUsed()))
                .toList();
        return new StoreContents(directory, listing.sizeBytes(), rows, kinds, now);
    }

    @Override
    public List<String> lines() {
        Table table = new Table("IMAGE", "DIGEST", "SIZE", "LAST USED");
        for (ImageRow row : images) {
            table.row(row.names().isEmpty() ? "-" : row.names().getLast(), row.digest().substring(0, 19), Words.size(row.sizeBytes()), age(row.lastUsed()));
        }
        List<String> lines = new ArrayList<>(images.isEmpty() ? List.of() : table.lines());
        for (KindRow row : kinds) {
            lines.add("%d × %s, %s, last used %s".formatted(row.count(), row.kind(), Words.size(row.sizeBytes()), age(row.lastUsed())));
        }
        lines.add("%s in %s".formatted(Words.size(sizeBytes), directory));
        return lines;
    }

    private String age(Instant then) {
        return Words.age(Duration.between(then, listedAt));
    }
}
