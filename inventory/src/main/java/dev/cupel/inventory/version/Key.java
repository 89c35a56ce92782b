package dev.cupel.inventory.version;

/// What decides where a version stands among others of its scheme. Keys of one scheme are all of one class.
sealed interface Key extends Comparable<Key> permits PieceKey, MavenKey, PackagistKey {
    /// As [Version#valid].
    boolean valid();
}
