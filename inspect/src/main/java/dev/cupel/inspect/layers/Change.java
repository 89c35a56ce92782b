package dev.cupel.inspect.layers;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import java.util.Locale;

/// What one layer does to one path.
///
/// @param entry as this layer has it; for what it removes, as it was
/// @param sizeBytes of the content that is visible there after the layer; for what it removes, before it. A hard link counts 0
public record Change(Kind kind, Entry entry, long sizeBytes) {
    /// How a path differs from what was there.
    public enum Kind {
        /// Nothing was there.
        ADDED,
        /// Something else was there, or the same with other attributes or times.
        CHANGED,
        /// Something was there and is no longer.
        REMOVED;

        /// The word in reports.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ImagePath path() {
        return entry.path();
    }
}
