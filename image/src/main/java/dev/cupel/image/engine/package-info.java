/// Talks to Docker Engine, and to Podman's service that speaks the same API: images in and out, containers, volumes.
/// Start at [Engine]; the records that implement [EngineCall] are one endpoint each.
/// May use: `dev.cupel.image`, `dev.cupel.image.reference`, `dev.cupel.image.engine.http`, Jackson.
/// Must not use: manifests, archives, stores, registries. Spec: Docker Engine API 1.41, and what later ones changed.
@NullMarked
package dev.cupel.image.engine;

import org.jspecify.annotations.NullMarked;
