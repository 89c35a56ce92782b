/// Namespaces of other processes: acting inside a container's network, making an empty one.
/// Start at [NetworkNamespace]. May use: `dev.cupel.linux`, `dev.cupel.linux.process`.
@NullMarked
package dev.cupel.linux.namespace;

import org.jspecify.annotations.NullMarked;
