package dev.cupel.observe.recording;

import dev.cupel.image.ImagePath;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.observation.Elsewhere;
import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.observation.SensorReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// A recording while it is read: each access once, the rest counted.
final class Tally {
    private static final int OTHERS = 20;

    private record Key(ImagePath path, AccessKind kind, boolean found) {}

    private final String name;
    private final RecordedImage image;
    private final Elsewhere elsewhere;
    private final Map<Key, Access> accesses = new HashMap<>();
    private final SortedSet<String> others = new TreeSet<>();
    private final EnumSet<RecordingTool> tools = EnumSet.noneOf(RecordingTool.class);
    private final Set<String> losses = new LinkedHashSet<>();
    private long events;
    private long used;
    private long unidentified;
    private long lost;
    private long cut;
    private long adrift;

    Tally(String name, RecordedImage image, Elsewhere elsewhere) {
        this.name = name;
        this.image = image;
        this.elsewhere = elsewhere;
    }

    void add(RecordingTool tool, RecordedEvent event) {
        tools.add(tool);
        switch (event) {
            case RecordedEvent.Happened(RecordedOrigin origin, List<RecordedUse> uses) -> {
                events++;
                if (concerns(origin)) {
                    used++;
                    uses.forEach(use -> use(tool, use));
                }
            }
            case RecordedEvent.Lost(long count, String how) -> {
                lost += count;
                losses.add(how);
            }
            case RecordedEvent.Aside() -> {}
        }
    }

    /// Different accesses so far.
    int size() {
        return accesses.size();
    }

    private boolean concerns(RecordedOrigin origin) {
        return switch (origin) {
            case RecordedOrigin.Unknown() -> {
                unidentified++;
                yield true;
            }
            case RecordedOrigin.Host() -> other(Recording.HOST);
            case RecordedOrigin.OfImage of -> image.is(of) || other(of.text());
        };
    }

    private boolean other(String whose) {
        if (others.size() < OTHERS) {
            others.add(whose);
        }
        return false;
    }

    private void use(RecordingTool tool, RecordedUse use) {
        switch (use.name()) {
            case RecordedName.Known(ImagePath path) when !elsewhere.holds(path) ->
                accesses.putIfAbsent(
                        new Key(path, use.kind(), use.found()),
                        new Access(path, use.kind(), use.found(), use.program(), "recording " + name, tool.sensor()));
            case RecordedName.Known _ -> {}
            case RecordedName.Cut() -> cut++;
            case RecordedName.Adrift() -> adrift++;
        }
    }

    Recording recording() {
        List<Access> sorted = accesses.values().stream()
                .sorted(Comparator.comparing(Access::path).thenComparing(Access::kind).thenComparing(Access::found))
                .toList();
        TreeSet<String> none = new TreeSet<>();
        Recording.Counts counts = new Recording.Counts(events, used, unidentified, events - used, lost, cut, adrift);
        return new Recording(name, counts, others, new Observations(sorted, Map.of(), none, List.of(), none, none, report()));
    }

    private SensorReport report() {
        List<String> remarks = new ArrayList<>();
        losses.forEach(how -> remarks.add(lost > 0 ? how + " (" + lost + " in all)" : how));
        if (cut > 0) {
            remarks.add("of " + cut + " file names only a part was recorded");
        }
        if (adrift > 0) {
            remarks.add(adrift + " file names are relative to a directory that was not recorded");
        }
        boolean complete = remarks.isEmpty();
        tools.forEach(tool -> tool.caveat().ifPresent(remarks::add));
        return new SensorReport(tools.stream().map(RecordingTool::sensor).toList(), "", lost, complete, remarks);
    }
}
