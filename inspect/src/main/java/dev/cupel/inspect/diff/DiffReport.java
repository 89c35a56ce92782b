package dev.cupel.inspect.diff;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.cupel.inspect.xray.XrayReport.FindingRow;
import dev.cupel.inspect.xray.XrayReport.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How image B differs from image A. The component names are the keys of its JSON (`docs/schema/diff-report.schema.json`); sizes are
/// bytes.
///
/// @param cupel the version that made it
/// @param summary one sentence for people
/// @param settings of the configuration that differ
/// @param accounts of /etc/passwd that differ
/// @param size where the bytes went or came from, the largest difference first
/// @param files that differ, in path order; a directory that is only on one side is one row
/// @param newFindings that only B has
/// @param goneFindings that only A has
/// @param remarks what could not be compared
public record DiffReport(
        int schemaVersion,
        String cupel,
        Subject a,
        Subject b,
        Verdict verdict,
        String summary,
        List<SettingRow> settings,
        List<SettingRow> accounts,
        LayersRow layers,
        SizeRow size,
        List<FileRow> files,
        List<PackageRow> packages,
        List<FindingRow> newFindings,
        List<FindingRow> goneFindings,
        List<String> remarks) {
    public static final int SCHEMA_VERSION = 1;

    public DiffReport {
        settings = List.copyOf(settings);
        accounts = List.copyOf(accounts);
        files = List.copyOf(files);
        packages = List.copyOf(packages);
        newFindings = List.copyOf(newFindings);
        goneFindings = List.copyOf(goneFindings);
        remarks = List.copyOf(remarks);
    }

    /// How much they differ.
    public enum Verdict {
        /// The same manifest or the same configuration and layers.
        IDENTICAL,
        /// A container sees the same but for times, and what is made of times: logs, the headers of compiled Python.
        REBUILD,
        /// A container sees something else.
        DIFFERENT;

        /// The word in reports.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// On which side something is.
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED;

        /// The word in reports.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A setting or an account; empty on the side that lacks it. Secrets are masked; where only they differ, `after` says so.
    public record SettingRow(String name, String before, String after) {}

    /// Layers by their uncompressed content.
    ///
    /// @param sharedLowest how many of the lowest layers are the same in both
    /// @param shared how many layers of B are anywhere in A
    /// @param transferBytes of the layers of B that A does not have: what a pull fetches on a machine with A
    public record LayersRow(int a, int b, int sharedLowest, int shared, long transferBytes) {}

    /// How the size of what a container sees changed.
    public record SizeRow(long before, long after, List<CauseRow> causes) {
        public SizeRow {
            causes = List.copyOf(causes);
        }
    }

    /// A package, or a directory of files that belong to none.
    public record CauseRow(String cause, long before, long after) {
        public long difference() {
            return after - before;
        }
    }

    /// A path that differs.
    ///
    /// @param what `content`, `type`, `mode`, `owner`, `link`, `capability`, `attributes`; for one side only `file` or `directory`
    /// @param details such as `0755 → 4755`
    /// @param files how many lie in it, if it is a directory that only one side has; else 1
    /// @param made that it can differ from build to build: a log, a cache that carries times
    /// @param members of an archive that differ, at most a hundred; those of an archive in it as `lib/a.jar!/name`
    /// @param elf of a program or library what differs in it, as sentences without full stops
    public record FileRow(
            String path,
            Kind kind,
            List<String> what,
            List<String> details,
            long before,
            long after,
            int files,
            boolean made,
            List<MemberRow> members,
            List<String> elf) {
        public FileRow {
            what = List.copyOf(what);
            details = List.copyOf(details);
            members = List.copyOf(members);
            elf = List.copyOf(elf);
        }
    }

    /// An entry of an archive.
    public record MemberRow(String name, Kind kind) {}

    /// A package that differs.
    ///
    /// @param change for people and gates
    /// @param before its version in A; empty if it is not there
    /// @param licences of B, or of A where it is gone; two lists joined where they differ
    public record PackageRow(
            String name, String ecosystem, PackageChange change, String before, String after, List<String> licences, boolean licencesDiffer, Optional<String> note) {
        public PackageRow {
            licences = List.copyOf(licences);
        }
    }

    /// What became of a package.
    public enum PackageChange {
        ADDED,
        REMOVED,
        UPGRADED,
        DOWNGRADED,
        /// Its record is gone, but files of it are there: a scanner that reads records would miss it.
        FORGOTTEN;

        /// The word in reports.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
