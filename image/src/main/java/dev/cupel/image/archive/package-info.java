/// Images in files: OCI layouts (directory and tar), what `docker save` writes and wrote, plain root file systems; read and
/// written. May use: `dev.cupel.image`, `.compression`, `.file`, `.manifest`, `.reference`, `.source`, `.sink`, `.store`, `.tar`, `.write`, root
/// file systems. Must not use: registries, engines.
/// Spec: OCI image-spec 1.1, image-layout.md; Docker image spec 1.2, "Combined Image JSON + Filesystem Changeset Format".
@NullMarked
package dev.cupel.image.archive;

import org.jspecify.annotations.NullMarked;
