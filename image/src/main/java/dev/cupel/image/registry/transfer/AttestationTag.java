package dev.cupel.image.registry.transfer;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.manifest.Artifact;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.registry.RegistryRefusal;
import dev.cupel.image.registry.Repository;
import java.io.IOException;
import java.util.List;

/// Attestations where cosign keeps them for registries without referrers: the layers of one manifest, under a tag that is made of the
/// digest, `sha256-….att` (cosign, "Specifications: attestations").
record AttestationTag(Repository place, Digest subject) {
    /// DSSE's envelope, which every layer is.
    static final String TYPE = "application/vnd.dsse.envelope.v1+json";

    /// Empty where there is no such tag; more than `most` are a [MalformedManifest].
    List<Attachment> read(int most) throws IOException, MalformedManifest {
        byte[] manifest;
        try {
            manifest = place.manifest(subject.algorithm() + "-" + subject.hex() + ".att").bytes().toArray();
        } catch (RegistryRefusal refusal) {
            if (refusal.isMissing()) {
                return List.of();
            }
            throw refusal;
        }
        Descriptor itself = new Descriptor(MediaTypes.OCI_MANIFEST, Digest.of(manifest), manifest.length);
        return Artifact.readEach(manifest, new Descriptor(MediaTypes.OCI_MANIFEST, subject, 0), most).stream()
                .filter(one -> one.type().equals(TYPE))
                .map(one -> new Attachment(itself, one))
                .toList();
    }
}
