/// Moves images between registries and the content store. Start at [RegistrySource] and [RegistrySink].
/// May use: `dev.cupel.image`, `.registry`, `.manifest`, `.store`, `.source`, `.sink`, `.parallel`, `.progress`, `.reference`, `.rootfs`.
/// Must not use: engines, archives.
@NullMarked
package dev.cupel.image.registry.transfer;

import org.jspecify.annotations.NullMarked;
