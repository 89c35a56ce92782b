package dev.cupel.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/// Rows in columns that are as wide as their widest cell; nothing is cut, so that names can be copied.
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heads) {
        row(heads);
    }

    /// Adds a row of as many cells as there are heads.
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(row.get(column)).append(" ".repeat(width(column) - row.get(column).length() + 2));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
