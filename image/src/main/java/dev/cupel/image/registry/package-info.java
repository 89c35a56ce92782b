/// Talks to OCI registries: pulls and pushes manifests and blobs.
/// Start at [RegistryClient], or at [Repository] for what one image needs; every record that implements [Endpoint] is one request of the protocol.
/// May use: `dev.cupel.image`, `dev.cupel.image.reference`, `.credentials`, `.registry.http`, `.manifest`, Jackson, `java.net.http`.
/// Must not use: layers, stores, root file systems, engines. Spec: OCI distribution-spec 1.1.
@NullMarked
package dev.cupel.image.registry;

import org.jspecify.annotations.NullMarked;
