/// Manifests, indexes and image configurations: JSON in, records out, the original bytes kept beside them.
/// May use: `dev.cupel.image`, `.compression` (its names), Jackson. Must not use: anything that reads or writes files or sockets.
/// Spec: OCI image-spec 1.1; Docker image manifest v2, schema 2.
@NullMarked
package dev.cupel.image.manifest;

import org.jspecify.annotations.NullMarked;
