package dev.cupel.cli;

import dev.cupel.cli.value.ProductName;
import dev.cupel.image.Digest;
import dev.cupel.image.file.ReplacedFile;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.sink.Written;
import dev.cupel.image.store.ContentStore;
import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.catalog.MalformedPackageUrl;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.slim.slimming.Slimmed;
import dev.cupel.vulnerability.comparison.RemovalStatements;
import dev.cupel.vulnerability.comparison.VulnerabilityDiff;
import dev.cupel.vulnerability.database.AdvisoryDatabase;
import dev.cupel.vulnerability.vex.OpenVex;
import dev.cupel.vulnerability.vex.VexOrigin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What slimming did to an image's vulnerabilities, and the statements that follow from it.
///
/// @param has what is in the result
record SlimVulnerabilities(VulnerabilityDiff diff, Inventory has) {
    static final String FILE = "vex.openvex.json";
    private static final String AUTHOR = "Cupel";

    static SlimVulnerabilities of(AdvisoryDatabase database, Instant now, String source, Slimmed slimmed, ContentStore store) throws IOException {
        OpenedImage before = slimmed.original().opened();
        OpenedImage after = OpenedImage.of(slimmed.image(), store);
        Inventory has = Catalogue.of(after);
        VulnerabilityDiff diff = new VulnerabilityScans(database, now)
                .compare(new VulnerabilityScans.Subject(source, before, slimmed.had()), new VulnerabilityScans.Subject(source, after, has));
        return new SlimVulnerabilities(diff, has);
    }

    /// Writes the statements about the result, under each name and digest that it was published with.
    void writeStatements(Path directory, String source, Digest manifest, List<Written> written, Instant now) throws IOException {
        List<String> products = written.isEmpty()
                ? List.of(product(source, manifest))
                : written.stream().flatMap(one -> Stream.of(product(one.reference(), manifest), product(one.reference(), one.manifest().orElse(manifest)))).distinct().toList();
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        byte[] document = OpenVex.write(AUTHOR, second, new RemovalStatements(diff, has, products).by(new VexOrigin(AUTHOR, second, FILE)));
        new ReplacedFile(directory.resolve(FILE)).write(out -> out.write(document));
    }

    /// A package URL of the type `oci`, whose version is the digest.
    private static String product(String reference, Digest manifest) {
        try {
            PackageUrl named = PackageUrl.parse(ProductName.parse(reference).id());
            return new PackageUrl("oci", "", named.name(), manifest.toString(), named.qualifiers()).toString();
        } catch (IllegalArgumentException | MalformedPackageUrl e) {
            // A layout or an archive has a place, not a name.
            String last = reference.substring(reference.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            return PackageUrl.of("oci", "", last, manifest.toString()).toString();
        }
    }
}
