/// The ways layers are compressed: told by their first bytes, undone within limits, done again the same way every time.
/// Start at [Compression]. May use: `dev.cupel.image`, zstd-jni. Must not use: any other package of Cupel.
/// Spec: RFC 1952 (gzip, several members too), RFC 8878 (Zstandard, skippable frames too).
@NullMarked
package dev.cupel.image.compression;

import org.jspecify.annotations.NullMarked;
