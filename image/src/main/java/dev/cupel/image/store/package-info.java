/// The content store: blobs by digest, for each layer its uncompressed tar and index. All of it can be made again, so all of
/// it may be deleted at any time between two runs. Start at [ContentStore].
/// May use: `dev.cupel.image`, `.compression`, `.layer`, `.manifest`, `.tar`. Must not use: sources, registries, root file systems.
@NullMarked
package dev.cupel.image.store;

import org.jspecify.annotations.NullMarked;
