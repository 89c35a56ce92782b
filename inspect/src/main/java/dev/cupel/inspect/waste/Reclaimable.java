package dev.cupel.inspect.waste;

import dev.cupel.image.Digest;
import dev.cupel.image.parallel.FanOut;
import dev.cupel.inspect.layers.LayerStory;
import dev.cupel.inspect.layers.Loss;
import dev.cupel.inspect.layers.Seen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Bytes that an image need not have: what no container can see, what it holds twice, what it keeps by habit. No byte is counted twice.
///
/// @param rows largest first
public record Reclaimable(List<Waste> rows) {
    public Reclaimable {
        rows = List.copyOf(rows);
    }

    public static Reclaimable of(LayerStory story) throws IOException {
        List<Waste> rows = new ArrayList<>(hidden(story.losses()));
        List<Seen> rest = habits(story.visible(), rows);
        duplicates(rest, story, rows);
        rows.sort(Comparator.comparingLong(Waste::bytes).reversed().thenComparing(row -> row.kind()));
        return new Reclaimable(rows);
    }

    /// All of it.
    public long bytes() {
        return rows.stream().mapToLong(Waste::bytes).sum();
    }

    /// What can go without a question: no application could miss it.
    public long freeBytes() {
        return rows.stream().filter(row -> !row.kind().isChoice()).mapToLong(Waste::bytes).sum();
    }

    /// What no container can see.
    public long hiddenBytes() {
        return rows.stream().filter(row -> row.by().isPresent()).mapToLong(Waste::bytes).sum();
    }

    private record Pair(Loss.Cause cause, int layer, int by) {}

    private static List<Waste> hidden(List<Loss> losses) {
        Map<Pair, WasteRow> rows = new LinkedHashMap<>();
        for (Loss loss : losses) {
            rows.computeIfAbsent(new Pair(loss.cause(), loss.layer(), loss.by()), _ -> new WasteRow()).add(loss.entry(), loss.layer());
        }
        return rows.entrySet().stream()
                .map(row -> row.getValue().as(kind(row.getKey().cause()), Optional.of(row.getKey().by()), fix(row.getKey())))
                .toList();
    }

    private static WasteKind kind(Loss.Cause cause) {
        return switch (cause) {
            case OVERWRITTEN -> WasteKind.OVERWRITTEN;
            case COPIED_AGAIN -> WasteKind.COPIED_AGAIN;
            case DELETED -> WasteKind.DELETED;
            case REPLACED_DIRECTORY -> WasteKind.REPLACED_DIRECTORY;
        };
    }

    private static String fix(Pair pair) {
        return switch (pair.cause()) {
            case DELETED -> "remove it in the step that made layer %d, not in that of layer %d".formatted(pair.layer(), pair.by());
            case OVERWRITTEN -> "write it once: join the steps of layers %d and %d, or copy only the last state from a stage".formatted(pair.layer(), pair.by());
            case COPIED_AGAIN -> "layer %d only changes owner, mode or times: set them in layer %d, with COPY --chown and --chmod".formatted(pair.by(), pair.layer());
            case REPLACED_DIRECTORY -> "layer %d makes the directory anew: leave it out of layer %d".formatted(pair.by(), pair.layer());
        };
    }

    /// Adds the rows; returns the files that no habit explains.
    private static List<Seen> habits(List<Seen> visible, List<Waste> rows) {
        List<Seen> rest = new ArrayList<>();
        Map<Habit, WasteRow> found = new LinkedHashMap<>();
        for (Seen file : visible) {
            Optional<Habit> habit = Habit.ALL.stream().filter(one -> one.matches(file.entry().path().text())).findFirst();
            habit.ifPresentOrElse(one -> found.computeIfAbsent(one, _ -> new WasteRow()).add(file.entry(), file.layer()), () -> rest.add(file));
        }
        found.forEach((habit, row) -> rows.add(row.as(habit.kind(), Optional.empty(), habit.fix())));
        rows.removeIf(row -> row.bytes() == 0);
        return rest;
    }

    /// Only of files of one length can the content be the same: no other is read.
    private static void duplicates(List<Seen> files, LayerStory story, List<Waste> rows) throws IOException {
        Map<Long, List<Seen>> byLength = new TreeMap<>();
        for (Seen file : sorted(files)) {
            byLength.computeIfAbsent(file.entry().sizeBytes(), _ -> new ArrayList<>()).add(file);
        }
        byLength.remove(0L);
        byLength.values().removeIf(alike -> alike.size() == 1);
        List<FanOut.Task<List<Seen>>> repeats = new ArrayList<>();
        byLength.values().forEach(alike -> repeats.add(() -> repeats(alike, story)));
        WasteRow row = new WasteRow();
        for (List<Seen> found : new FanOut(Runtime.getRuntime().availableProcessors()).all(repeats)) {
            found.forEach(file -> row.add(file.entry(), file.layer()));
        }
        Waste waste = row.as(WasteKind.DUPLICATE, Optional.empty(), "the same content stands under another name: link it (ln), or copy it once");
        if (waste.bytes() > 0) {
            rows.add(waste);
        }
    }

    private static List<Seen> repeats(List<Seen> alike, LayerStory story) throws IOException {
        Set<Digest> met = new HashSet<>();
        List<Seen> repeats = new ArrayList<>();
        for (Seen file : alike) {
            if (!met.add(story.digest(file))) {
                repeats.add(file);
            }
        }
        return repeats;
    }

    private static List<Seen> sorted(List<Seen> files) {
        return files.stream().sorted(Comparator.comparing((Seen one) -> one.entry().path())).toList();
    }

    /// The reclaimable bytes of each kind, in the order of [WasteKind].
    public Map<WasteKind, Long> byKind() {
        Map<WasteKind, Long> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(row.kind(), row.bytes(), Long::sum));
        return sums;
    }
}
