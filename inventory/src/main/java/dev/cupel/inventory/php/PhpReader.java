package dev.cupel.inventory.php;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/// Reads serialized values one after the other; nothing is made larger than the bytes that tell of it.
final class PhpReader {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 40;
    private final byte[] bytes;
    private int at;

    PhpReader(byte[] bytes) {
        this.bytes = bytes;
    }

    PhpValue value(int depth) throws MalformedPhp {
        if (depth > DEEPEST) {
            throw new MalformedPhp("values are nested deeper than " + DEEPEST);
        }
        char kind = next();
        if (kind == 'N') {
            expect(';');
            return new PhpValue.Text("");
        }
        expect(':');
        return switch (kind) {
            case 'i', 'b', 'd' -> new PhpValue.Text(until(';'));
            case 's' -> text();
            case 'a' -> array(depth);
            default -> throw new MalformedPhp("a value of an unknown kind at byte " + at);
        };
    }

    private PhpValue text() throws MalformedPhp {
        int length = number();
        expect('"');
        if (length > bytes.length - at) {
            throw new MalformedPhp("a text of %d bytes at byte %d is longer than the rest".formatted(length, at));
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        expect('"');
        expect(';');
        return new PhpValue.Text(text);
    }

    private PhpValue array(int depth) throws MalformedPhp {
        int count = number();
        expect('{');
        LinkedHashMap<String, PhpValue> items = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            PhpValue key = value(depth + 1);
            items.put(key.text(), value(depth + 1));
        }
        expect('}');
        return new PhpValue.Many(items);
    }

    private int number() throws MalformedPhp {
        String digits = until(':');
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new MalformedPhp("no length before byte " + at);
        }
        return Integer.parseInt(digits);
    }

    private String until(char end) throws MalformedPhp {
        int start = at;
        while (at < bytes.length && bytes[at] != end && at - start <= LONGEST_NUMBER) {
            at++;
        }
        String text = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
        expect(end);
        return text;
    }

    private char next() throws MalformedPhp {
        if (at >= bytes.length) {
            throw new MalformedPhp("it ends within a value");
        }
        return (char) (bytes[at++] & 0xff);
    }

    private void expect(char wanted) throws MalformedPhp {
        if (next() != wanted) {
            throw new MalformedPhp("no '%c' at byte %d".formatted(wanted, at - 1));
        }
    }
}
