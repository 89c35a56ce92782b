package dev.cupel.inventory.php;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A serialized PHP value: a text (numbers, booleans and null are texts, too), or an array.
public sealed interface PhpValue {
    /// A value without parts, as PHP would print it.
    record Text(String text) implements PhpValue {}

    /// An array, its keys as texts, in order.
    record Many(SequencedMap<String, PhpValue> items) implements PhpValue {
        public Many {
            items = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(items));
        }
    }

    /// Reads what PHP's `serialize()` wrote; what follows the value is passed over.
    static PhpValue read(byte[] bytes) throws MalformedPhp {
        return new PhpReader(bytes).value(0);
    }

    /// The part of that name; an empty text where there is none.
    default PhpValue at(String key) {
        return switch (this) {
            case Many(var items) -> items.getOrDefault(key, new Text(""));
            case Text _ -> new Text("");
        };
    }

    /// The text; empty for an array.
    default String text() {
        return switch (this) {
            case Many _ -> "";
            case Text(String text) -> text;
        };
    }
}
