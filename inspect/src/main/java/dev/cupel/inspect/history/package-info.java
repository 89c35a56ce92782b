/// The Dockerfile read back out of an image's history, and where its base image ends. Start at [ReverseDockerfile].
/// May use: `dev.cupel.image`, `.manifest`, `dev.cupel.inventory.secret`. Must not use: layers, root file systems.
/// Source: the texts that Docker's classic builder and BuildKit write into `created_by`.
@NullMarked
package dev.cupel.inspect.history;

import org.jspecify.annotations.NullMarked;
