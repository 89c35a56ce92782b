package dev.cupel.cli.explorer;

import dev.cupel.cli.terminal.Words;
import dev.cupel.inspect.waste.Waste;
import dev.cupel.inspect.xray.XrayReport;
import dev.cupel.inspect.xray.XrayReport.LayerRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/// The left side: layers, and below them what is to be said of the chosen one and of the image.
record LayersPane(Deck deck) {
    private static final int KINDS = 4;

    List<AttributedString> lines(int width, int height) {
        List<LayerRow> layers = deck.report().layers();
        List<AttributedString> facts = facts(width);
        int room = Math.max(3, height - facts.size());
        int shown = Math.min(room, layers.size());
        int top = deck.layer().top(layers.size(), shown);
        List<AttributedString> lines = new ArrayList<>();
        for (int i = top; i < top + shown; i++) {
            LayerRow layer = layers.get(i);
            boolean chosen = i == deck.layer().at();
            AttributedStyle style = !chosen ? layer.base() ? Ink.QUIET : Ink.PLAIN : deck.onLayers() ? Ink.CHOSEN : Ink.STRONG;
            lines.add(Ink.line("%s%2d %8s %s".formatted(chosen ? "▸" : " ", i, Words.size(layer.bytes()), layer.instruction()), width, style));
        }
        lines.addAll(facts);
        return lines.subList(0, Math.min(height, lines.size()));
    }

    private List<AttributedString> facts(int width) {
        LayerRow layer = deck.report().layers().get(deck.layer().at());
        XrayReport.ReclaimableRow waste = deck.report().reclaimable();
        List<AttributedString> lines = new ArrayList<>();
        lines.add(Ink.line("", width, Ink.PLAIN));
        lines.add(Ink.line("layer " + layer.index() + (layer.base() ? ", of the base image" : ""), width, Ink.STRONG));
        lines.add(Ink.line("+%d ~%d -%d, %s to pull".formatted(layer.added(), layer.changed(), layer.removed(), Words.size(layer.transferBytes())), width, Ink.PLAIN));
        if (layer.hiddenBytes() > 0) {
            lines.add(Ink.line(Words.size(layer.hiddenBytes()) + " that no container sees", width, Ink.of(Leaf.Mark.REMOVED)));
        }
        lines.add(Ink.line("image", width, Ink.STRONG));
        lines.add(Ink.line(Words.size(deck.report().totals().bytes()) + ", efficiency %.1f %%".formatted(100 * deck.report().dive().efficiency()), width, Ink.PLAIN));
        lines.add(Ink.line(Words.size(waste.bytes()) + " could go:", width, Ink.PLAIN));
        kinds(waste.rows()).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(KINDS)
                .forEach(kind -> lines.add(Ink.line(" %8s %s".formatted(Words.size(kind.getValue()), kind.getKey()), width, Ink.PLAIN)));
        return lines;
    }

    private static Map<String, Long> kinds(List<Waste> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.kind().word(), TreeMap::new, Collectors.summingLong(Waste::bytes)));
    }
}
