package dev.cupel.cli.answer;

import dev.cupel.cli.terminal.Table;
import dev.cupel.cli.terminal.Words;
import dev.cupel.vulnerability.database.CompiledSource;
import dev.cupel.vulnerability.intake.Import;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What came into the database of advisories.
///
/// @param lost why the database that was there could not be kept; empty if it was, or if there was none
/// @param passedOver how many files of a folder hold no advisories
public record TakenIn(String database, long sizeBytes, long milliseconds, List<Row> sources, int passedOver, String lost) implements Answer {
    /// One source.
    ///
    /// @param withdrawn records that their authors took back
    /// @param skippedRanges ranges told in commits, or in a way that nobody knows
    /// @param others documents that are no records
    public record Row(String name, int records, int affected, Optional<Instant> newest, int withdrawn, int skippedRanges, int others) {}

    public TakenIn {
        sources = List.copyOf(sources);
    }

    public static TakenIn of(Path database, Import.Taken taken, Duration time) throws IOException {
        List<Row> rows = taken.sources().stream().map(TakenIn::row).toList();
        return new TakenIn(database.toString(), Files.size(database), time.toMillis(), rows, taken.passedOver().size(), taken.lost());
    }

    private static Row row(CompiledSource one) {
        return new Row(
                one.name(),
                one.counts().records(),
                one.counts().affected(),
                one.provenance().newest(),
                one.counts().withdrawn(),
                one.counts().skippedRanges(),
                one.counts().others());
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!lost.isEmpty()) {
            lines.add("The old database is lost, a new one was begun: " + lost);
        }
        Table table = new Table("SOURCE", "RECORDS", "PACKAGES", "NEWEST", "LEFT OUT");
        for (Row row : sources) {
            table.row(
                    row.name(),
                    String.format(Locale.ROOT, "%,d", row.records()),
                    row.affected() == 0 ? "-" : String.format(Locale.ROOT, "%,d", row.affected()),
                    row.newest().map(it -> LocalDate.ofInstant(it, ZoneOffset.UTC).toString()).orElse("-"),
                    leftOut(row));
        }
        lines.addAll(table.lines());
        if (passedOver > 0) {
            lines.add(passedOver + " other files hold no advisories");
        }
        lines.add("%s in %s, taken in within %s".formatted(Words.size(sizeBytes), database, Words.time(Duration.ofMillis(milliseconds))));
        return lines;
    }

    private static String leftOut(Row row) {
        List<String> parts = new ArrayList<>();
        if (row.withdrawn() > 0) {
            parts.add(row.withdrawn() + " withdrawn");
        }
        if (row.skippedRanges() > 0) {
            parts.add(row.skippedRanges() + " ranges of commits");
        }
        if (row.others() > 0) {
            parts.add(row.others() + " other documents");
        }
        return parts.isEmpty() ? "-" : String.join(", ", parts);
    }
}
