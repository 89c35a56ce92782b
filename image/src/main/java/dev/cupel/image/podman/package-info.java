/// Images in Podman's store, in and out through the `podman` program: no service has to run. Start at [PodmanSource] and [PodmanSink].
/// May use: `dev.cupel.image`, `.archive`, `.engine.transfer`, `.manifest`, `.store`, `.source`, `.sink`, `.progress`, `.reference`, Jackson.
/// Must not use: registries, root file systems.
@NullMarked
package dev.cupel.image.podman;

import org.jspecify.annotations.NullMarked;
