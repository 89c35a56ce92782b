package dev.cupel.image.tar;

import dev.cupel.image.NameBytes;
import dev.cupel.image.Quoted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The records of a pax extended header, `length key=value\n` each. Values are bytes, one in a char; an empty value takes back
/// what an earlier header said. Spec: POSIX.1-2024 pax, "pax Extended Header".
final class PaxRecords {
    private static final String SPARSE_OFFSET = "GNU.sparse.offset";
    private static final String SPARSE_LENGTH = "GNU.sparse.numbytes";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> sparsePairs = new ArrayList<>();

    static PaxRecords none() {
        return new PaxRecords();
    }

    /// Reads one extended header's content.
    static PaxRecords read(byte[] content) throws MalformedTar {
        PaxRecords records = new PaxRecords();
        int at = 0;
        while (at < content.length && content[at] != 0) { // some writers count their padding
            at = records.readOne(content, at);
        }
        return records;
    }

    private int readOne(byte[] content, int start) throws MalformedTar {
        int space = start;
        int length = 0;
        while (space < content.length && content[space] != ' ') {
            int digit = content[space++] - '0';
            if (digit < 0 || digit > 9 || length > content.length) {
                throw damaged();
            }
            length = length * 10 + digit;
        }
        int end = start + length;
        if (space >= content.length || end > content.length || end <= space + 1 || content[end - 1] != '\n') {
            throw damaged();
        }
        String record = new String(content, space + 1, end - space - 2, StandardCharsets.ISO_8859_1);
        int equals = record.indexOf('=');
        if (equals <= 0) {
            throw damaged();
        }
        put(record.substring(0, equals), record.substring(equals + 1));
        return end;
    }

    private void put(String key, String value) {
        if (key.equals(SPARSE_OFFSET) || key.equals(SPARSE_LENGTH)) {
            sparsePairs.add(value); // the one pair of keys whose repetition counts (GNU sparse format 0.0)
        } else {
            values.put(key, value);
        }
    }

    Map<String, String> values() {
        return values;
    }

    List<String> sparsePairs() {
        return sparsePairs;
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    /// A name or link target.
    Optional<String> name(String key) {
        return value(key).map(value -> NameBytes.text(value.getBytes(StandardCharsets.ISO_8859_1)));
    }

    Optional<Long> number(String key) throws MalformedTar {
        Optional<String> value = value(key);
        return value.isEmpty() ? Optional.empty() : Optional.of(decimal(value.get(), key));
    }

    static long decimal(String text, String key) throws MalformedTar {
        if (!text.matches("\\d{1,18}")) {
            throw new MalformedTar("the " + key + " of an extended header is " + Quoted.of(text) + ", no number");
        }
        return Long.parseLong(text);
    }

    /// A time in seconds with any number of decimals, before 1970 too.
    Optional<Instant> time(String key) throws MalformedTar {
        Optional<String> value = value(key);
        return value.isEmpty() ? Optional.empty() : Optional.of(PaxTime.read(value.get()));
    }

    private static MalformedTar damaged() {
        return new MalformedTar("an extended header holds a damaged record");
    }
}
