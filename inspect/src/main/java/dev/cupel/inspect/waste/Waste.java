package dev.cupel.inspect.waste;

import java.util.List;
import java.util.Optional;

/// One row of the account: bytes that can go, and how.
///
/// @param layer that brought them, 0 the lowest; empty if several did
/// @param by the layer that hid them; empty for what is visible
/// @param bytes saved once the fix is made
/// @param files how many
/// @param largest the largest of them, at most ten
/// @param fix what to do, a sentence
public record Waste(
        WasteKind kind, Optional<Integer> layer, Optional<Integer> by, long bytes, int files, List<WastedFile> largest, String fix) {
    public Waste {
        largest = List.copyOf(largest);
    }

    /// A path as the image has it, or had it.
    public record WastedFile(String path, long bytes) {}
}
