package dev.cupel.cli.value;

import dev.cupel.image.Digest;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.reference.MalformedReference;
import dev.cupel.inventory.catalog.MalformedPackageUrl;
import dev.cupel.inventory.catalog.PackageUrl;
import java.util.TreeMap;

/// What a statement about vulnerabilities is about, as other tools read it, too.
///
/// @param id a package URL or a digest
public record ProductName(String id) {
    /// Reads a package URL, a digest, or an image's name, which becomes a package URL of the type `oci`.
    public static ProductName parse(String text) {
        try {
            if (text.startsWith("pkg:")) {
                return new ProductName(PackageUrl.parse(text).toString());
            }
            return new ProductName(text.startsWith("sha256:") ? Digest.parse(text).toString() : url(ImageReference.parseName(text)).toString());
        } catch (MalformedPackageUrl | MalformedReference e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /// As the type's definition of the package-url specification wants it: the version is the digest.
    private static PackageUrl url(ImageName image) {
        TreeMap<String, String> qualifiers = new TreeMap<>();
        qualifiers.put("repository_url", image.registry() + "/" + image.repository());
        image.tag().ifPresent(tag -> qualifiers.put("tag", tag));
        String name = image.repository().substring(image.repository().lastIndexOf('/') + 1);
        return new PackageUrl("oci", "", name, image.digest().map(Digest::toString).orElse(""), qualifiers);
    }
}
