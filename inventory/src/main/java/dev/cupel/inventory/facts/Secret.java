package dev.cupel.inventory.facts;

/// Something that looks like a secret. The secret itself is nowhere in it.
///
/// @param rule stable name of the rule that found it, such as `private-key`
/// @param place where, such as a path or the name of an environment variable
/// @param layer number of the layer it lies in; -1 for environment, labels and history
/// @param visible whether a container sees it; in a layer below it is there for whoever pulls the image all the same
/// @param masked its first characters, the rest blotted out
public record Secret(String rule, Kind kind, String place, int layer, boolean visible, String masked) {
    /// Where secrets are found.
    public enum Kind {
        FILE,
        ENVIRONMENT,
        LABEL,
        HISTORY
    }
}
