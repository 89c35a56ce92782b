package dev.cupel.cli.explorer;

import dev.cupel.cli.terminal.Words;
import dev.cupel.image.layer.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/// The right side: the tree, or a text.
record FilesPane(Deck deck) {
    /// Below this width the columns for mode and owner make room for names.
    private static final int WIDE = 60;

    List<AttributedString> lines(int width, int height) {
        boolean tree = deck.mode() == Deck.Mode.TREE || deck.mode() == Deck.Mode.SEARCH;
        return tree ? tree(width, height) : text(width, height);
    }

    private List<AttributedString> tree(int width, int height) {
        List<Row> rows = deck.rows();
        int top = deck.row().top(rows.size(), height);
        List<AttributedString> lines = new ArrayList<>();
        for (int i = top; i < Math.min(rows.size(), top + height); i++) {
            Row row = rows.get(i);
            boolean chosen = i == deck.row().at();
            AttributedStyle style = Ink.of(row.leaf().mark());
            lines.add(Ink.line(told(row, width), width, chosen && !deck.onLayers() ? style.inverse() : chosen ? style.bold() : style));
        }
        if (rows.isEmpty()) {
            lines.add(Ink.line("Nothing here; Escape ends a search, 1 2 3 4 show what is hidden.", width, Ink.QUIET));
        }
        return lines;
    }

    private static String told(Row row, int width) {
        Leaf leaf = row.leaf();
        String fold = !leaf.isDirectory() ? "  " : row.open() ? "▾ " : "▸ ";
        String link = leaf.entry().filter(entry -> !entry.link().isEmpty()).map(entry -> " → " + entry.link()).orElse("");
        String columns = width < WIDE ? "" : leaf.entry().map(FilesPane::attributes).orElse(" ".repeat(20));
        return "%c%s %8s %s%s%s%s%s".formatted(
                leaf.mark().sign(), columns, Words.size(leaf.bytes()), "  ".repeat(row.depth()), fold, leaf.name(), leaf.isDirectory() ? "/" : "", link);
    }

    private static String attributes(Entry entry) {
        return " %04o %13s".formatted(entry.mode(), entry.uid() + ":" + entry.gid()).substring(0, 19) + " ";
    }

    private List<AttributedString> text(int width, int height) {
        List<String> text = deck.text();
        int top = deck.line().top(text.size(), height);
        List<AttributedString> lines = new ArrayList<>();
        for (int i = top; i < Math.min(text.size(), top + height); i++) {
            lines.add(Ink.line(text.get(i), width, style(text.get(i), i == deck.line().at())));
        }
        if (text.isEmpty()) {
            lines.add(Ink.line("(empty)", width, Ink.QUIET));
        }
        return lines;
    }

    private AttributedStyle style(String line, boolean chosen) {
        boolean compared = !deck.text().isEmpty() && deck.text().getFirst().startsWith("--- ");
        AttributedStyle style = !compared
                ? Ink.PLAIN
                : line.startsWith("+") ? Ink.of(Leaf.Mark.ADDED) : line.startsWith("-") ? Ink.of(Leaf.Mark.REMOVED) : Ink.PLAIN;
        return chosen && deck.mode() == Deck.Mode.TEXT ? style.underline() : style;
    }
}
