package dev.cupel.cli.answer;

import dev.cupel.cli.terminal.Table;
import dev.cupel.vulnerability.intake.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What came of fetching the sources of the database of advisories.
public record Updated(String database, List<Update.Outcome> sources) implements Answer {
    public Updated {
        sources = List.copyOf(sources);
    }

    /// Whether all could be had.
    public boolean complete() {
        return sources.stream().allMatch(one -> one.why().isEmpty());
    }

    @Override
    public List<String> lines() {
        Table table = new Table("SOURCE", "STATE", "RECORDS", "FROM");
        for (Update.Outcome one : sources) {
            table.row(one.name(), one.state(), one.records() == 0 ? "-" : String.format(Locale.ROOT, "%,d", one.records()), one.address());
        }
        List<String> lines = new ArrayList<>(table.lines());
        sources.stream().filter(one -> !one.why().isEmpty()).forEach(one -> lines.add(one.name() + " stays as it was: " + one.why()));
        lines.add(database);
        return lines;
    }
}
