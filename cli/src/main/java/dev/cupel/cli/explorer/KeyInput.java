package dev.cupel.cli.explorer;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jline.utils.NonBlockingReader;

/// Reads keys as xterm and its kin send them (XTerm Control Sequences, "PC-Style Function Keys"), in normal and application mode.
record KeyInput(NonBlockingReader reader) {
    /// Over a slow line the rest of a sequence may come late; a person who presses Escape waits this long.
    private static final long SEQUENCE_MILLIS = 80;
    private static final long TICK_MILLIS = 250;
    private static final Map<String, Key.Name> SEQUENCES = Map.ofEntries(
            Map.entry("A", Key.Name.UP), Map.entry("B", Key.Name.DOWN), Map.entry("C", Key.Name.RIGHT), Map.entry("D", Key.Name.LEFT),
            Map.entry("H", Key.Name.HOME), Map.entry("F", Key.Name.END), Map.entry("1~", Key.Name.HOME), Map.entry("4~", Key.Name.END),
            Map.entry("5~", Key.Name.PAGE_UP), Map.entry("6~", Key.Name.PAGE_DOWN), Map.entry("7~", Key.Name.HOME), Map.entry("8~", Key.Name.END));

    /// The next key; empty if none came for a while, so that a resized terminal is noticed.
    Optional<Key> next() throws IOException {
        int c = reader.read(TICK_MILLIS);
        return switch (c) {
            case NonBlockingReader.READ_EXPIRED -> Optional.empty();
            case NonBlockingReader.EOF, 3 -> Optional.of(Key.of(Key.Name.CLOSED)); // 3: Ctrl-C
            case 27 -> Optional.of(sequence());
            case '\r', '\n' -> Optional.of(Key.of(Key.Name.ENTER));
            case '\t' -> Optional.of(Key.of(Key.Name.TAB));
            case 8, 127 -> Optional.of(Key.of(Key.Name.BACKSPACE));
            default -> Optional.of(c < ' ' ? Key.of(Key.Name.OTHER) : Key.of((char) c));
        };
    }

    private Key sequence() throws IOException {
        int first = reader.read(SEQUENCE_MILLIS);
        if (first != '[' && first != 'O') {
            return Key.of(Key.Name.ESCAPE);
        }
        StringBuilder rest = new StringBuilder();
        while (rest.length() < 8) {
            int c = reader.read(SEQUENCE_MILLIS);
            if (c < 0) {
                break;
            }
            rest.append((char) c);
            if (c >= '@') {
                break;
            }
        }
        return Key.of(SEQUENCES.getOrDefault(rest.toString(), Key.Name.OTHER));
    }
}
