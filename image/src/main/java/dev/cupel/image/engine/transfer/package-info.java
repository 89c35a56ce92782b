/// Moves images between Docker Engine and the content store. Start at [EngineSource] and [EngineSink].
/// May use: `dev.cupel.image`, `.engine`, `.manifest`, `.archive`, `.store`, `.source`, `.sink`, `.parallel`, `.progress`, `.reference`, `.rootfs`, `.layer`, `.tar`.
/// Must not use: registries.
@NullMarked
package dev.cupel.image.engine.transfer;

import org.jspecify.annotations.NullMarked;
