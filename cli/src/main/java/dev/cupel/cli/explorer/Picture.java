package dev.cupel.cli.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/// The whole screen as lines: a head, both sides, a foot.
record Picture(Deck deck) {
    private static final int NARROWEST = 20;

    List<AttributedString> lines(int width, int height) {
        int body = Math.max(1, height - 2);
        boolean text = deck.mode() == Deck.Mode.TEXT || deck.mode() == Deck.Mode.HELP;
        // A text has the whole width; so has one side where two find no room.
        int left = text ? 0 : width < 2 * NARROWEST ? deck.onLayers() ? width : 0 : Math.clamp(width * 2L / 5, NARROWEST, 56);
        int right = left == 0 ? width : Math.max(0, width - left - 1);
        List<AttributedString> layers = left == 0 ? List.of() : new LayersPane(deck).lines(left, body);
        List<AttributedString> files = right == 0 ? List.of() : new FilesPane(deck).lines(right, body);
        List<AttributedString> lines = new ArrayList<>();
        lines.add(Ink.line(head(text), width, Ink.STRONG.underline()));
        for (int i = 0; i < body; i++) {
            AttributedStringBuilder line = new AttributedStringBuilder();
            if (left > 0) {
                line.append(i < layers.size() ? layers.get(i) : Ink.line("", left, Ink.PLAIN));
            }
            if (left > 0 && right > 0) {
                line.append("│", Ink.QUIET);
            }
            if (right > 0) {
                line.append(i < files.size() ? files.get(i) : Ink.line("", right, Ink.PLAIN));
            }
            lines.add(line.toAttributedString());
        }
        lines.add(Ink.line(foot(), width, Ink.CHOSEN));
        return lines.subList(0, Math.min(height, lines.size()));
    }

    private String head(boolean text) {
        if (text) {
            return deck.title();
        }
        String marks = deck.aggregated() ? "layers 1–" + deck.layer().at() + " together" : "layer " + deck.layer().at();
// What the keys change comes first: a long reference may be cut.
        return marks + (deck.shown().bySize() ? ", by size" : "") + hidden() + "  ·  " + deck.report().image().reference();
    }

    private String hidden() {
        StringBuilder hidden = new StringBuilder();
        for (Leaf.Mark mark : Leaf.Mark.values()) {
            if (!deck.shown().shows(mark)) {
                hidden.append(hidden.isEmpty() ? ", without " : " ").append(mark.name().toLowerCase(Locale.ROOT));
            }
        }
        return hidden.toString();
    }

    private String foot() {
        if (deck.mode() == Deck.Mode.SEARCH) {
            return "/" + deck.typed() + "▏ " + deck.message();
        }
        if (!deck.message().isEmpty()) {
            return deck.message();
        }
        String search = deck.typed().isEmpty() ? "" : "[/" + deck.typed() + "]  ";
        return switch (deck.mode()) {
            case TEXT, HELP -> "↑↓ scroll  q back" + (deck.mode() == Deck.Mode.TEXT ? "  e extract" : "");
            default -> search + "? keys  Tab side  / search  1234 filter  a all layers  s sort  d diff  e extract  q end";
        };
    }
}
