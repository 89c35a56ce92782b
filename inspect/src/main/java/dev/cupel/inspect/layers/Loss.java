package dev.cupel.inspect.layers;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.cupel.image.layer.Entry;
import java.util.Locale;

/// A file of one layer whose content no container can see: the bytes are stored and pulled for nothing. A file that keeps one of its
/// names (a hard link) is not lost.
///
/// @param layer that brought it, 0 the lowest
/// @param by the layer that took its last name
public record Loss(Entry entry, int layer, int by, Cause cause) {
    /// Why it went.
    public enum Cause {
        /// Other content stands under its name.
        OVERWRITTEN,
        /// The same content stands under its name again: only mode, owner, attributes or times are others.
        COPIED_AGAIN,
        /// It, or a directory above it, was removed.
        DELETED,
        /// A directory above it was made anew (opaque).
        REPLACED_DIRECTORY;

        /// The word in reports.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
