package dev.cupel.image.registry.transfer;

import dev.cupel.image.Descriptor;
import dev.cupel.image.manifest.Artifact;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/// A document that is attached to an image.
///
/// @param manifest of the artifact
public record Attachment(Descriptor manifest, Artifact artifact) {
    /// OCI image-spec 1.1, annotations.md.
    static final String CREATED = "org.opencontainers.image.created";

    /// When it was made, as it says itself; [Instant#EPOCH] if it does not.
    public Instant created() {
        try {
            return OffsetDateTime.parse(artifact.annotations().getOrDefault(CREATED, "")).toInstant();
        } catch (DateTimeException e) {
            return Instant.EPOCH; // it says nothing, or no time
        }
    }
}
