package dev.cupel.slim.report;

import dev.cupel.vulnerability.comparison.VulnerabilityDiff;
import java.util.List;
import java.util.Optional;

/// Everything there is to say about one slimming. The component names are the keys of `report.json`
/// (`docs/schema/slim-report.schema.json`); sizes are bytes, times milliseconds.
///
/// @param cupel the version that made it
/// @param summary one sentence for people
/// @param result what was published, or would have been; empty when there is none
/// @param recordings what was imported of containers that ran elsewhere
/// @param layers lowest first
/// @param packages packages of the operating system, by name
/// @param reasons the sentences that `kept` refers to by position
/// @param vulnerabilities of the original and the result; empty where there was no database
public record SlimReport(
        int schemaVersion,
        String cupel,
        Verdict verdict,
        String summary,
        Subject source,
        Optional<Subject> result,
        Measure original,
        Measure slim,
        RunFacts run,
        List<RecordingRow> recordings,
        List<Step> timeline,
        List<Round> rounds,
        List<ProbeRow> probes,
        List<LayerRow> layers,
        List<PackageRow> packages,
        List<String> reasons,
        List<KeptRow> kept,
        List<DroppedRow> dropped,
        Optional<VulnerabilityDiff> vulnerabilities) {
    public static final int SCHEMA_VERSION = 1;

    public SlimReport {
        recordings = List.copyOf(recordings);
        timeline = List.copyOf(timeline);
        rounds = List.copyOf(rounds);
        probes = List.copyOf(probes);
        layers = List.copyOf(layers);
        packages = List.copyOf(packages);
        reasons = List.copyOf(reasons);
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
    }

    /// With what is known of vulnerabilities.
    public SlimReport with(Optional<VulnerabilityDiff> scanned) {
        return new SlimReport(
                schemaVersion, cupel, verdict, summary, source, result, original, slim, run, recordings, timeline, rounds, probes, layers, packages, reasons, kept, dropped, scanned);
    }

    /// An image as people and machines name it: reference as given, digest of the manifest, digest of the configuration.
    public record Subject(String reference, String digest, String imageId, String platform) {}

    /// How big an image is, and how long it took until it was ready (empty when it was not run).
    ///
    /// @param bytes of all files in all layers, as `docker images` counts
    /// @param transferBytes of the blobs that a pull fetches; for layers that were never compressed, the bytes of the tar
    /// @param files regular files, links not counted
    public record Measure(long bytes, long transferBytes, int files, int layers, Optional<Long> readyMillis) {}

    /// How it was run and watched.
    ///
    /// @param coverage estimated probability (Good–Turing over probes) that one more probe of the kind would use no file that these
    ///     did not, 0 to 1; empty where it is not known
    /// @param listening sockets that were listened on, as `tcp 0.0.0.0:80`
    /// @param connected addresses and UNIX paths that were connected to
    /// @param systemCalls by name
    /// @param capabilities that a process needed, by name
    /// @param written paths that were written, made, changed or removed, in volumes too
    /// @param sensors that watched the original and the result
    /// @param complete false when events of any of these runs may have been lost
    public record RunFacts(
            String mode,
            String runtime,
            List<String> command,
            List<String> sensors,
            boolean complete,
            long lostEvents,
            List<String> remarks,
            List<String> listening,
            List<String> connected,
            List<String> systemCalls,
            List<String> capabilities,
            List<String> written,
            Optional<Double> coverage) {}

    /// One imported recording: how many events, and what became of them.
    ///
    /// @param used of this image, or of none that they tell
    /// @param unidentified of the used ones, those that do not tell their image
    /// @param leftOut of other images and of the host
    /// @param complete false when something is known to be missing; true is no proof
    public record RecordingRow(
            String name,
            List<String> tools,
            long events,
            long used,
            long unidentified,
            long leftOut,
            long lost,
            boolean complete,
            List<String> remarks) {}

    /// One step of the work, for the timeline.
    public record Step(String name, long startMillis, long millis) {}

    /// One verification: what differed, and what was brought back because of it.
    public record Round(int number, boolean passed, List<String> differences, List<String> repaired) {}

    /// One exchange with the running container, on both images.
    ///
    /// @param same the slim image answered as one of the original's runs did
    /// @param steady false where the original did not agree with itself, so that only a missing answer or another status counts
    public record ProbeRow(
            String id, String request, String original, String slim, boolean same, boolean steady, int newFiles) {}

    /// One layer of the original and what became of it.
    public record LayerRow(String createdBy, String diffId, long originalBytes, long slimBytes, boolean reused) {}

    /// How much of a package is left.
    public record PackageRow(
            String name, String version, String kind, int files, int keptFiles, long originalBytes, long slimBytes) {}

    /// A kept file or link; `why` are positions in `reasons`.
    public record KeptRow(String path, long bytes, List<Integer> why) {
        public KeptRow {
            why = List.copyOf(why);
        }
    }

    /// A dropped file, link or directory: for a directory that went whole, only itself, with all that was in it.
    public record DroppedRow(String path, long bytes, int files) {}
}
