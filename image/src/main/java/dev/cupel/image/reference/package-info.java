/// How people name images: one parser for every spelling, and the rule that names a result after its source.
/// Start at [ImageReference]. May use: `dev.cupel.image`. Must not use: files, sockets, any other package of Cupel.
/// Spec: the grammar of the OCI distribution-spec 1.1 ("Pulling manifests") with the defaults of Docker's command line.
@NullMarked
package dev.cupel.image.reference;

import org.jspecify.annotations.NullMarked;
