package dev.cupel.cli.explorer;

import dev.cupel.image.Printable;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// Lines of exactly a pane's width. Outside text is made fit to be shown: control characters would steer the terminal.
final class Ink {
    static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    static final AttributedStyle QUIET = AttributedStyle.DEFAULT.faint();
    static final AttributedStyle STRONG = AttributedStyle.DEFAULT.bold();
    static final AttributedStyle CHOSEN = AttributedStyle.DEFAULT.inverse();
    private static final AttributedStyle ADDED = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle CHANGED = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    private static final AttributedStyle REMOVED = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);

    private Ink() {}

    static AttributedStyle of(Leaf.Mark mark) {
        return switch (mark) {
            case UNCHANGED -> PLAIN;
            case ADDED -> ADDED;
            case CHANGED -> CHANGED;
            case REMOVED -> REMOVED;
        };
    }

    static AttributedString line(String text, int width, AttributedStyle style) {
        AttributedString clean = new AttributedString(Printable.of(text.replace("\t", "    ")), style);
        AttributedString cut = clean.columnLength() > width
                ? AttributedString.join(AttributedString.EMPTY, clean.columnSubSequence(0, Math.max(0, width - 1)), new AttributedString("…", style))
                : clean;
        return new AttributedStringBuilder()
                .append(cut)
                .append(" ".repeat(Math.max(0, width - cut.columnLength())), style)
                .toAttributedString();
    }
}
