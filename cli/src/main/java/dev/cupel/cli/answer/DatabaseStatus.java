package dev.cupel.cli.answer;

import dev.cupel.cli.terminal.Table;
import dev.cupel.cli.terminal.Words;
import dev.cupel.vulnerability.database.AdvisoryDatabase;
import dev.cupel.vulnerability.database.Source;
import dev.cupel.vulnerability.scan.DatabaseAge;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the database of advisories has, from where and how old.
///
/// @param stale whether it is older than the limit
/// @param ageDays of the older of the two: when the newest source was had, and the date of the newest statement
public record DatabaseStatus(
        String database, long sizeBytes, Instant built, boolean stale, long ageDays, Optional<Instant> newest, List<Row> sources, Instant askedAt) implements Answer {
    /// One source.
    ///
    /// @param origin address or file
    /// @param ecosystems how many releases and ecosystems it has packages of
    public record Row(String name, String origin, Instant retrieved, Optional<Instant> newest, int records, int ecosystems, long sizeBytes) {}

    public DatabaseStatus {
        sources = List.copyOf(sources);
    }

    public static DatabaseStatus of(AdvisoryDatabase database, Instant now, Duration limit) throws IOException {
        DatabaseAge age = DatabaseAge.of(database);
        List<Row> rows = database.sources().stream().map(DatabaseStatus::row).toList();
        return new DatabaseStatus(
                database.file().toString(), Files.size(database.file()), database.built(), age.isStale(now, limit), age.at(now).toDays(), age.newest(), rows, now);
    }

    private static Row row(Source one) {
        long bytes = one.parts().stream().mapToLong(Source.Part::length).sum();
        return new Row(
                one.name(), one.provenance().address(), one.provenance().retrieved(), one.provenance().newest(), one.counts().records(), one.ecosystems().size(), bytes);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        String told = newest.map(it -> "its newest statement is of " + day(it)).orElse("nothing in it has a date");
        lines.add(stale ? "TOO OLD: %d days (%s)".formatted(ageDays, told) : "%d days old (%s)".formatted(ageDays, told));
        Table table = new Table("SOURCE", "RECORDS", "NEWEST", "HAD", "SIZE", "FROM");
        for (Row row : sources) {
            table.row(
                    row.name(),
                    String.format(Locale.ROOT, "%,d", row.records()),
                    row.newest().map(DatabaseStatus::day).orElse("-"),
                    Words.age(Duration.between(row.retrieved(), askedAt)),
                    Words.size(row.sizeBytes()),
                    row.origin());
        }
        lines.addAll(table.lines());
        lines.add("%s in %s".formatted(Words.size(sizeBytes), database));
        return lines;
    }

    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }
}
