package dev.cupel.image.manifest;

import dev.cupel.image.Descriptor;

/// A manifest that refers to another one, as an index of referrers describes it (OCI distribution-spec 1.1, "Listing Referrers").
///
/// @param artifactType what it is; empty where the index does not say
public record Referrer(Descriptor manifest, String artifactType) {
    /// Whether [#artifactType] says anything: some registries fill in the type of the configuration, which is of every artifact the same.
    public boolean tellsType() {
        return !artifactType.isEmpty() && !artifactType.equals(Artifact.EMPTY_TYPE);
    }
}
