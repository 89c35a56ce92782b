package dev.cupel.inspect.xray;

import dev.cupel.inspect.history.Certainty;
import dev.cupel.inspect.waste.Waste;
import java.util.List;
import java.util.Optional;

/// Everything that `cupel xray` says about one image. The component names are the keys of its JSON
/// (`docs/schema/xray-report.schema.json`); sizes are bytes, layers are counted from the lowest, which is 0.
///
/// @param cupel the version that made it
/// @param layers lowest first
/// @param dockerfile read back out of the history
/// @param contents empty where the inventory was not taken
/// @param remarks what does not fit together or could not be read
public record XrayReport(
        int schemaVersion,
        String cupel,
        Subject image,
        Totals totals,
        DiveRow dive,
        ReclaimableRow reclaimable,
        ConfigRow config,
        BaseRow base,
        List<LayerRow> layers,
        String dockerfile,
        Optional<Contents> contents,
        List<String> remarks) {
    public static final int SCHEMA_VERSION = 1;

    public XrayReport {
        layers = List.copyOf(layers);
        remarks = List.copyOf(remarks);
    }

    /// The same of what somebody calls `reference`, with other contents.
    public XrayReport about(String reference, Optional<Contents> others) {
        Subject named = new Subject(reference, image.digest(), image.imageId(), image.platform(), image.created());
        return new XrayReport(schemaVersion, cupel, named, totals, dive, reclaimable, config, base, layers, dockerfile, others, remarks);
    }

    /// The same where something else tells which layers are the base image's.
    public XrayReport on(BaseRow other) {
        List<LayerRow> rows = layers.stream().map(layer -> layer.ofBase(layer.index() < other.layers())).toList();
        return new XrayReport(schemaVersion, cupel, image, totals, dive, reclaimable, config, other, rows, dockerfile, contents, remarks);
    }

    /// An image as people and machines name it; `created` as its configuration says.
    public record Subject(String reference, String digest, String imageId, String platform, String created) {}

    /// How big it is.
    ///
    /// @param bytes of all files in all layers, as `docker images` counts
    /// @param visibleBytes of what a container sees, a file with several names counted once
    /// @param transferBytes of the blobs that a pull fetches; for layers that were never compressed, the bytes of the tar
    /// @param files regular files that a container sees
    public record Totals(long bytes, long visibleBytes, long transferBytes, int files, int layers) {}

    /// What dive 0.13 says of it, by dive's rules.
    ///
    /// @param efficiency 0 to 1
    /// @param wastedUserShare of the bytes above the lowest layer; empty where there are none
    /// @param files the largest first, at most a hundred
    public record DiveRow(
            double efficiency, long sizeBytes, long wastedBytes, Optional<Double> wastedUserShare, List<DiveFile> files) {
        public DiveRow {
            files = List.copyOf(files);
        }
    }

    /// A path that several layers have; `bytes` in all of them together.
    public record DiveFile(String path, int count, long bytes) {}

    /// The honest account.
    ///
    /// @param bytes all rows together; no byte is in two of them
    /// @param freeBytes those that no application can miss
    /// @param hiddenBytes those that no container can see
    public record ReclaimableRow(long bytes, long freeBytes, long hiddenBytes, List<Waste> rows) {
        public ReclaimableRow {
            rows = List.copyOf(rows);
        }
    }

    /// How it is run. Values that look like secrets are masked.
    public record ConfigRow(
            String user,
            List<String> entrypoint,
            List<String> command,
            String workingDirectory,
            List<String> environment,
            List<String> ports,
            List<String> volumes,
            List<String> labels,
            String stopSignal,
            List<String> healthCheck) {}

    /// Which of the layers are the base image's.
    ///
    /// @param layers how many; 0 where nothing tells
    /// @param why we think so
    /// @param name as annotations or labels have it; empty where they do not
    /// @param digest the same
    public record BaseRow(int layers, String why, String name, String digest) {}

    /// One layer.
    ///
    /// @param instruction that made it, as a Dockerfile has it
    /// @param base whether it belongs to the base image
    /// @param bytes of its files
    /// @param transferBytes of its blob
    /// @param hiddenBytes of its files that no container can see, because layers above hide them
    /// @param largest its largest files, at most ten
    public record LayerRow(
            int index,
            String digest,
            String diffId,
            String instruction,
            Certainty certainty,
            String created,
            boolean base,
            long bytes,
            long transferBytes,
            int added,
            int changed,
            int removed,
            long hiddenBytes,
            List<Waste.WastedFile> largest) {
        public LayerRow {
            largest = List.copyOf(largest);
        }

        LayerRow ofBase(boolean isBase) {
            return new LayerRow(
                    index, digest, diffId, instruction, certainty, created, isBase, bytes, transferBytes, added, changed, removed, hiddenBytes, largest);
        }
    }

    /// What is in it.
    ///
    /// @param distribution as it calls itself; empty where it does not
    /// @param systemDatabase whether there is a record of the operating system's packages; without one, their absence says nothing
    /// @param unowned files that belong to no package
    public record Contents(
            String distribution, boolean systemDatabase, List<PackageRow> packages, List<FindingRow> findings, int unowned) {
        public Contents {
            packages = List.copyOf(packages);
            findings = List.copyOf(findings);
        }
    }

    /// One piece of software.
    ///
    /// @param layer that brought it; empty where it is not known
    /// @param bytes of its files that are here
    /// @param keptFiles how many of its files are here
    /// @param files how many it came with
    public record PackageRow(
            String name,
            String version,
            String ecosystem,
            String purl,
            List<String> licences,
            Optional<Integer> layer,
            long bytes,
            int keptFiles,
            int files,
            String evidence) {}

    /// Something that a person may want to know before it ships.
    ///
    /// @param kind stable name, such as `setuid`
    /// @param where a path, or the name of a variable
    public record FindingRow(String kind, String where, String what, Optional<Integer> layer) {}
}
