/// One layer: what its tar holds and where in it. Built in one streaming pass; a compact index is kept per layer digest.
/// May use: `dev.cupel.image`, `.compact`, `.tar`. Must not use: sources, registries, root file systems.
@NullMarked
package dev.cupel.image.layer;

import org.jspecify.annotations.NullMarked;
