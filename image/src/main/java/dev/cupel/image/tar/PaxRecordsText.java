package dev.cupel.image.tar;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/// The content of a pax extended header. Each record begins with its own length, the digits of that number included.
final class PaxRecordsText {
    private PaxRecordsText() {}

    static byte[] of(SortedMap<String, String> records) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> record : records.entrySet()) {
            int bare = record.getKey().length() + record.getValue().length() + 3; // space, =, newline
            int length = bare + digits(bare);
            length = bare + digits(length);
            text.append(length).append(' ').append(record.getKey()).append('=').append(record.getValue()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }
}
