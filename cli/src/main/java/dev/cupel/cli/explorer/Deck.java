package dev.cupel.cli.explorer;

import dev.cupel.image.layer.Entry;
import dev.cupel.inspect.layers.LayerStory;
import dev.cupel.inspect.xray.XrayReport;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Everything that can be seen, and what keys do to it. It knows nothing of terminals: panes draw it.
final class Deck {
    private static final int PAGE = 15;

    /// What fills the right side.
    enum Mode {
        TREE,
        TEXT,
        HELP,
        SEARCH
    }

    private final XrayReport report;
    private final LayerStory story;
    private final FileText files;
    private final Path directory;
    private final Shown shown = new Shown();
    private final Cursor layer = new Cursor();
    private final Cursor row = new Cursor();
    private final Cursor line = new Cursor();
    private Leaf tree;
    private List<Row> rows;
    private List<String> text = List.of();
    private String title = "";
    private String message = "";
    private String typed = "";
    private Mode mode = Mode.TREE;
    private boolean onLayers = true;
    private boolean aggregated;
    private boolean over;

    /// Files are extracted into `directory`.
    Deck(XrayReport report, LayerStory story, FileText files, Path directory) {
        this.report = report;
        this.story = story;
        this.files = files;
        this.directory = directory;
        layer.to(0);
        tree = LayerTree.of(story, 0, false);
        rows = shown.rows(tree);
    }

    void press(Key key) {
        message = "";
        switch (mode) {
            case SEARCH -> search(key);
            case TEXT, HELP -> read(key);
            case TREE -> browse(key);
        }
    }

    private void search(Key key) {
        switch (key.name()) {
            case CHARACTER -> typed += key.typed();
            case BACKSPACE -> typed = typed.isEmpty() ? "" : typed.substring(0, typed.length() - 1);
            case ENTER -> mode = Mode.TREE;
            case ESCAPE -> {
                typed = "";
                mode = Mode.TREE;
            }
            case CLOSED -> over = true;
            default -> message = "Enter keeps the search, Escape ends it.";
        }
        try {
            // Smart case: a capital letter asks for capitals.
            int flags = typed.equals(typed.toLowerCase(Locale.ROOT)) ? Pattern.CASE_INSENSITIVE : 0;
            shown.search(typed.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(typed, flags)));
            refill();
        } catch (PatternSyntaxException e) {
            message = "not yet a regular expression: " + e.getDescription();
        }
    }

    private void read(Key key) {
        switch (key.name()) {
            case ESCAPE, LEFT -> mode = Mode.TREE;
            case CLOSED -> over = true;
            case CHARACTER -> {
                switch (key.typed()) {
                    case 'q', '?' -> mode = Mode.TREE;
                    case 'e' -> extract();
                    default -> move(line, text.size(), key);
                }
            }
            default -> move(line, text.size(), key);
        }
    }

    private void browse(Key key) {
        switch (key.name()) {
            case CLOSED -> over = true;
            case TAB -> onLayers = !onLayers;
            case ESCAPE -> endSearch();
            case ENTER, RIGHT -> enter(key.name() == Key.Name.RIGHT);
            case LEFT -> leave();
            case CHARACTER -> command(key);
            default -> walk(key);
        }
    }

    private void command(Key key) {
        switch (key.typed()) {
            case 'q' -> over = true;
            case '?', 'h' -> show("keys", HelpText.LINES, Mode.HELP);
            case '/' -> mode = Mode.SEARCH;
            case 'a' -> {
                aggregated = !aggregated;
                grow();
            }
            case '1' -> filter(Leaf.Mark.ADDED);
            case '2' -> filter(Leaf.Mark.CHANGED);
            case '3' -> filter(Leaf.Mark.REMOVED);
            case '4' -> filter(Leaf.Mark.UNCHANGED);
            case 's' -> {
                shown.turnOrder();
                refill();
            }
            case ' ' -> current().ifPresent(this::turn);
            case 'o' -> {
                if (shown.nothingOpen()) {
                    shown.openAll(tree);
                } else {
                    shown.closeAll();
                }
                refill();
            }
            case 'i' -> show("layer " + layer.at(), report.layers().get(layer.at()).instruction().lines().toList(), Mode.TEXT);
            case 'd' -> current().ifPresent(leaf -> open(leaf, true));
            case 'e' -> extract();
            default -> walk(key);
        }
    }

    private void walk(Key key) {
        if (onLayers) {
            int before = layer.at();
            move(layer, report.layers().size(), key);
            if (layer.at() != before) {
                grow();
            }
        } else {
            move(row, rows.size(), key);
        }
    }

    private static void move(Cursor cursor, int count, Key key) {
        switch (key.name()) {
            case UP -> cursor.move(-1, count);
            case DOWN -> cursor.move(1, count);
            case PAGE_UP -> cursor.move(-PAGE, count);
            case PAGE_DOWN -> cursor.move(PAGE, count);
            case HOME -> cursor.to(0);
            case END -> cursor.move(count, count);
            case CHARACTER -> {
                switch (key.typed()) {
                    case 'k' -> cursor.move(-1, count);
                    case 'j' -> cursor.move(1, count);
                    case 'g' -> cursor.to(0);
                    case 'G' -> cursor.move(count, count);
                    case 'b' -> cursor.move(-PAGE, count);
                    case 'f', ' ' -> cursor.move(PAGE, count);
                    default -> cursor.move(0, count);
                }
            }
            default -> cursor.move(0, count);
        }
    }

    private void enter(boolean right) {
        if (onLayers) {
            onLayers = false;
            return;
        }
        current().ifPresent(leaf -> {
            if (!leaf.isDirectory()) {
                open(leaf, false);
            } else if (!right || !shown.isOpen(leaf)) {
                turn(leaf);
            }
        });
    }

    private void leave() {
        if (onLayers) {
            return;
        }
        Optional<Leaf> leaf = current();
        if (leaf.isPresent() && shown.isOpen(leaf.get())) {
            turn(leaf.get());
        } else if (row.at() < rows.size() && rows.get(row.at()).depth() > 0) {
            int depth = rows.get(row.at()).depth();
            int at = row.at();
            while (at > 0 && rows.get(at).depth() >= depth) {
                at--;
            }
            row.to(at);
        } else {
            onLayers = true;
        }
    }

    private void endSearch() {
        typed = "";
        shown.search(Optional.empty());
        refill();
    }

    private void turn(Leaf leaf) {
        if (leaf.isDirectory()) {
            shown.turn(leaf);
            refill();
        } else {
            open(leaf, false);
        }
    }

    private void filter(Leaf.Mark mark) {
        shown.toggle(mark);
        refill();
    }

    private void open(Leaf leaf, boolean difference) {
        Optional<Entry> entry = leaf.entry();
        if (entry.isEmpty() || leaf.isDirectory()) {
            message = "That is a directory.";
            return;
        }
        try {
            show(leaf.path(), difference ? files.difference(entry.get(), leaf.layer()) : files.lines(entry.get(), leaf.layer()), Mode.TEXT);
        } catch (IOException e) {
            message = "cannot read it: " + e.getMessage();
        }
    }

    private void extract() {
        Optional<Leaf> leaf = current().filter(one -> one.entry().isPresent() && !one.isDirectory());
        if (leaf.isEmpty()) {
            message = "Choose a file to extract.";
            return;
        }
        try {
            message = "written to " + files.extract(leaf.get().entry().orElseThrow(), leaf.get().layer(), directory);
        } catch (FileAlreadyExistsException e) {
            message = e.getFile() + " is there already; nothing was written.";
        } catch (IOException e) {
            message = "cannot extract it: " + e.getMessage();
        }
    }

    private void show(String newTitle, List<String> lines, Mode newMode) {
        title = newTitle;
        text = lines;
        line.to(0);
        mode = newMode;
    }

    private void grow() {
        tree = LayerTree.of(story, layer.at(), aggregated);
        refill();
    }

    private void refill() {
        Optional<String> path = current().map(Leaf::path);
        rows = shown.rows(tree);
        for (int i = 0; i < rows.size(); i++) {
            if (path.isPresent() && rows.get(i).leaf().path().equals(path.get())) {
                row.to(i);
                return;
            }
        }
        row.move(0, rows.size());
    }

    private Optional<Leaf> current() {
        return row.at() < rows.size() ? Optional.of(rows.get(row.at()).leaf()) : Optional.empty();
    }

    XrayReport report() {
        return report;
    }

    Shown shown() {
        return shown;
    }

    Cursor layer() {
        return layer;
    }

    Cursor row() {
        return row;
    }

    Cursor line() {
        return line;
    }

    List<Row> rows() {
        return rows;
    }

    List<String> text() {
        return text;
    }

    String title() {
        return title;
    }

    String message() {
        return message;
    }

    String typed() {
        return typed;
    }

    Mode mode() {
        return mode;
    }

    boolean onLayers() {
        return onLayers;
    }

    boolean aggregated() {
        return aggregated;
    }

    boolean over() {
        return over;
    }
}
