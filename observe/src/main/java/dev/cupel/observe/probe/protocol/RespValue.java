package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads one value of the Redis protocol and writes it as `redis-cli` would (RESP2 and the types RESP3 adds).
final class RespValue {
    private static final int DEEPEST = 16;
    private static final int MOST_ITEMS = 10_000;

    private RespValue() {}

    static String read(Wire wire) throws IOException {
        return read(wire, 0);
    }

    private static String read(Wire wire, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new MalformedReply("values are nested deeper than " + DEEPEST);
        }
        String line = wire.line();
        if (line.isEmpty()) {
            throw new MalformedReply("an empty line is no value");
        }
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':', ',', '#', '(' -> rest;
            case '-', '!' -> "(error) " + rest;
            case '_' -> "(nil)";
            case '$', '=' -> text(wire, number(rest));
            case '*', '~', '>' -> items(wire, number(rest), depth);
            case '%' -> items(wire, 2 * number(rest), depth);
            default -> throw new MalformedReply("a value begins with none of the type marks of the protocol");
        };
    }

    private static String text(Wire wire, long length) throws IOException {
        if (length < 0) {
            return "(nil)";
        }
        String text = new String(wire.bytes(length), StandardCharsets.UTF_8);
        wire.bytes(2);
        return text;
    }

    private static String items(Wire wire, long count, int depth) throws IOException {
        if (count > MOST_ITEMS) {
            throw new MalformedReply(count + " items are announced; a probe reads at most " + MOST_ITEMS);
        }
        List<String> items = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            items.add(read(wire, depth + 1));
        }
        return String.join("\n", items);
    }

    private static long number(String text) throws MalformedReply {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedReply("a length is not a number");
        }
    }
}
