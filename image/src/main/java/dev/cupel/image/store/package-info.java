/// The content store: blobs by digest, for each layer its uncompressed tar and index. All of it can be made again, so all of
/// it may be deleted at any time between two runs. Start at [ContentStore];
/// [StoreListing], [ImageNames] and [StoreCollection] are what `cupel store` shows and does.
/// May use: `dev.cupel.image`, `.compact`, `.compression`, `.file`, `.layer`, `.manifest`, `.tar`. Must not use: sources, registries, root file systems.
@NullMarked
package dev.cupel.image.store;

import org.jspecify.annotations.NullMarked;
