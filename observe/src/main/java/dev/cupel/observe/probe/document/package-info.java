/// Reads JSON and YAML documents from outside into one kind of tree, with limits on size, depth and number of nodes.
/// Start at [DocumentReader]. May use: Jackson, snakeyaml-engine. Must not use: the other probe packages.
@NullMarked
package dev.cupel.observe.probe.document;

import org.jspecify.annotations.NullMarked;
