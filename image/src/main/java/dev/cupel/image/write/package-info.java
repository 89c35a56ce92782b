/// New images out of old ones: layers filtered with headers and contents copied as they are, compressed the same way every
/// time, put together under a configuration edited from the original. Start at [ImageWriter].
/// May use: `dev.cupel.image`, `.compression`, `.layer`, `.manifest`, `.rootfs`, `.store`, `.tar`, Jackson. Must not use: sources, sinks,
/// registries, engines.
@NullMarked
package dev.cupel.image.write;

import org.jspecify.annotations.NullMarked;
