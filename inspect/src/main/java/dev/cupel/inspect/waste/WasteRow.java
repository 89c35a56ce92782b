package dev.cupel.inspect.waste;

import dev.cupel.image.layer.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A row of the account as it grows.
final class WasteRow {
    private static final int SHOWN = 10;

    private final List<Waste.WastedFile> files = new ArrayList<>();
    private long bytes;
    private int layer = -1;

    void add(Entry file, int from) {
        add(file, from, file.sizeBytes());
    }

    void add(Entry file, int from, long saved) {
        layer = files.isEmpty() || layer == from ? from : -1;
        files.add(new Waste.WastedFile(file.path().text(), saved));
        bytes += saved;
    }

    Waste as(WasteKind kind, Optional<Integer> by, String fix) {
        List<Waste.WastedFile> largest = files.stream()
                .sorted(Comparator.comparingLong(Waste.WastedFile::bytes).reversed().thenComparing(Waste.WastedFile::path))
                .limit(SHOWN)
                .toList();
        return new Waste(kind, layer < 0 ? Optional.empty() : Optional.of(layer), by, bytes, files.size(), largest, fix);
    }
}
