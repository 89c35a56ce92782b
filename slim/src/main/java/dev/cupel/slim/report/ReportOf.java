package dev.cupel.slim.report;

import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.History;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.image.store.ContentStore;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.observation.SensorReport;
import dev.cupel.observe.probe.coverage.CoverageEstimate;
import dev.cupel.observe.recording.Recording;
import dev.cupel.observe.rehearsal.Performance;
import dev.cupel.observe.sensor.Recorder;
import dev.cupel.slim.slimming.SlimRequest;
import dev.cupel.slim.slimming.Slimmed;
import dev.cupel.slim.slimming.Timeline;
import dev.cupel.slim.subject.Original;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes the report of a slimming.
///
/// @param timeline of all the work, up to now
/// @param cupel the version that did it
public record ReportOf(Slimmed slimmed, SlimRequest request, Timeline timeline, String cupel, ContentStore store) {

    /// The report.
    ///
    /// @param result what was published, or would have been
    public SlimReport report(SlimReport.Subject source, Optional<SlimReport.Subject> result) throws IOException {
        Original original = slimmed.original();
        Original slim = Original.of(slimmed.image(), store);
        ReasonTable reasons = new ReasonTable();
        List<SlimReport.KeptRow> kept = new KeptRows(original.root(), slimmed.kept(), reasons).rows();
        SlimReport.Measure before = measure(original, slimmed.runs().map(Slimmed.Runs::original));
        SlimReport.Measure after = measure(slim, slimmed.runs().map(Slimmed.Runs::slim));
        return new SlimReport(
                SlimReport.SCHEMA_VERSION,
                cupel,
                verdict(),
                summary(before, after),
                source,
                result,
                before,
                after,
                run(),
                request.recordings().stream().map(ReportOf::row).toList(),
                timeline.steps().stream()
                        .map(step -> new SlimReport.Step(step.name(), step.start().toMillis(), step.took().toMillis()))
                        .toList(),
                rounds(),
                slimmed.runs().map(runs -> new ProbeRows(runs).rows()).orElse(List.of()),
                layers(original, slim),
                new PackageRows(original.root(), original.packages(), slimmed.kept()).rows(),
                reasons.sentences(),
                kept,
                new DroppedPaths(original.root(), slimmed.kept()).rows(),
                Optional.empty());
    }

    private Verdict verdict() {
        if (slimmed.runs().isEmpty()) {
            return Verdict.UNVERIFIED;
        }
        return slimmed.verified() ? Verdict.VERIFIED : Verdict.FAILED;
    }

    private String summary(SlimReport.Measure before, SlimReport.Measure after) {
        String cut = String.format(Locale.ROOT, "%.1f %%", before.bytes() == 0 ? 0 : 100.0 * (before.bytes() - after.bytes()) / before.bytes());
        return switch (verdict()) {
            case VERIFIED -> "%s smaller, and it answered every probe as the original did.".formatted(cut);
            case FAILED -> "%s smaller, but it does not behave as the original: %s."
                    .formatted(cut, rounds().getLast().differences().getFirst());
            case UNVERIFIED -> "%s smaller by static analysis %s; it was not run here, and nothing is proven."
                    .formatted(cut, request.recordings().isEmpty() ? "alone" : "and what was recorded elsewhere");
        };
    }

    private static SlimReport.Measure measure(Original image, Optional<Performance> run) {
        long transfer = image.image().layers().stream().mapToLong(layer -> layer.blob().sizeBytes()).sum();
        int files = (int) image.root().walk().filter(node -> node.entry().isFile()).count();
        return new SlimReport.Measure(
                image.bytes(), transfer, files, image.layers().size(), run.flatMap(Performance::untilReady).map(Duration::toMillis));
    }

    private SlimReport.RunFacts run() {
        Optional<Observations> seen = slimmed.runs().map(runs -> runs.original().observations());
        List<SensorReport> sensors = slimmed.runs().stream()
                .flatMap(runs -> Stream.concat(runs.originals().stream(), Stream.of(runs.slim())))
                .map(run -> run.observations().sensors())
                .toList();
        List<String> remarks = Stream.concat(
                        sensors.stream().flatMap(one -> one.remarks().stream()).distinct(),
                        slimmed.runs().stream()
                                .flatMap(runs -> Stream.concat(
                                        runs.original().remarks().stream(), runs.original().transcript().remarks().stream())))
                .toList();
        List<String> listening = seen.stream()
                .flatMap(one -> one.listening().stream())
                .map(socket -> socket.protocol() + " " + socket.address() + ":" + socket.port())
                .distinct()
                .toList();
        return new SlimReport.RunFacts(
                request.mode().name().toLowerCase(Locale.ROOT),
                slimmed.runs().map(Slimmed.Runs::runtime).orElse("none"),
                command(slimmed.original().image()),
                sensors.stream().flatMap(one -> one.sensors().stream()).distinct().toList(),
                sensors.stream().allMatch(SensorReport::complete),
                sensors.stream().mapToLong(SensorReport::lost).sum(),
                remarks,
                listening,
                seen.stream().flatMap(one -> one.connected().stream()).toList(),
                seen.stream().flatMap(one -> one.systemCalls().stream()).toList(),
                seen.stream().flatMap(one -> one.capabilities().stream()).toList(),
                slimmed.runs().map(runs -> written(runs.original())).orElse(List.of()),
                seen.map(one -> CoverageEstimate.of(one.touched()))
                        .filter(estimate -> estimate.probes() > 0)
                        .map(estimate -> 1 - estimate.nextSurprise()));
    }

    /// What differs from the image at the end, and what was written on the way and taken away again.
    private static List<String> written(Performance run) {
        Stream<ImagePath> seen = run.observations().accesses().stream()
                .filter(access -> access.kind() == AccessKind.WRITE && access.found() && !access.phase().equals(Recorder.RUNTIME))
                .map(Access::path);
        return Stream.concat(run.usage().written().stream(), seen).sorted().distinct().map(ImagePath::text).toList();
    }

    private static SlimReport.RecordingRow row(Recording one) {
        Recording.Counts counts = one.counts();
        return new SlimReport.RecordingRow(
                one.name(),
                one.tools(),
                counts.events(),
                counts.used(),
                counts.unidentified(),
                counts.leftOut(),
                counts.lost(),
                one.complete(),
                one.remarks());
    }

    private List<String> command(Image image) {
        List<String> words = new ArrayList<>(request.run().entrypoint().orElse(image.config().entrypoint()));
        words.addAll(request.run().command().orElse(image.config().command()));
        return words;
    }

    private List<SlimReport.Round> rounds() {
        return slimmed.rounds().stream()
                .map(round -> new SlimReport.Round(
                        round.number(),
                        round.passed(),
                        Stream.concat(round.differences().stream(), round.misses().stream()).toList(),
                        round.repaired().stream().map(path -> path.text()).distinct().toList()))
                .toList();
    }

    private static List<SlimReport.LayerRow> layers(Original original, Original slim) {
        List<SlimReport.LayerRow> rows = new ArrayList<>();
        for (int i = 0; i < original.layers().size(); i++) {
            String by = original.opened().madeBy(i).map(History::createdBy).orElse("");
            String diffId = original.image().layers().get(i).diffId().toString();
            boolean reused = slim.image().layers().contains(original.image().layers().get(i));
            long before = bytesFrom(original.root(), i);
            long after = reused ? before : keptFrom(original.root(), i, slim.root());
            rows.add(new SlimReport.LayerRow(by, diffId, before, after, reused));
        }
        return rows;
    }

    private static long bytesFrom(RootFs root, int layer) {
        return root.walk().filter(node -> node.layer() == layer).mapToLong(node -> node.entry().sizeBytes()).sum();
    }

    private static long keptFrom(RootFs root, int layer, RootFs slim) {
        return root.walk()
                .filter(node -> node.layer() == layer && slim.at(node.path()).isPresent())
                .mapToLong(node -> node.entry().sizeBytes())
                .sum();
    }
}
