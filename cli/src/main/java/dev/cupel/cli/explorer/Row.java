package dev.cupel.cli.explorer;

/// One line of the tree.
///
/// @param depth below the root, 0 for its children
/// @param open whether its children are shown below it
record Row(Leaf leaf, int depth, boolean open) {}
