package dev.cupel.inventory.catalog;

/// What brought a component into the image.
///
/// @param layer number of the layer since which it is there without a break, 0 for the lowest; -1 if unknown
/// @param instruction that made the layer, as the image's history has it, secrets masked; empty if the history does not tell
public record Origin(int layer, String instruction) {
    public static final Origin UNKNOWN = new Origin(-1, "");
}
