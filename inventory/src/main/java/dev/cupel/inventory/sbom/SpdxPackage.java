package dev.cupel.inventory.sbom;

import dev.cupel.image.Digest;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Ecosystem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// One package of an SPDX document.
record SpdxPackage(SpdxLicences licences) {
    private static final String UNKNOWN = "NOASSERTION";

    Map<String, Object> json(Component one) {
        return new Json()
                .put("SPDXID", reference(one.id()))
                .put("name", one.name())
                .putIfAny("versionInfo", one.version())
                .put("downloadLocation", UNKNOWN)
                .put("filesAnalyzed", false)
                .putIfAny("checksums", one.digest().map(digest -> List.of(checksum(digest))).orElse(List.of()))
                .put("licenseConcluded", UNKNOWN)
                .put("licenseDeclared", licences.declared(one.licences()))
                .put("copyrightText", UNKNOWN)
                .put("primaryPackagePurpose", one.ecosystem() == Ecosystem.PROGRAM ? "APPLICATION" : "LIBRARY")
                .put("sourceInfo", sourceInfo(one))
                .putIfAny("comment", one.files().total() == 0 ? "" : "%d of its %d files are in the image".formatted(one.files().kept(), one.files().total()))
                .put("externalRefs", List.of(url(one.url().toString())))
                .members();
    }

    Map<String, Object> image(String id, BillOfMaterials bill) {
        return new Json()
                .put("SPDXID", id)
                .put("name", bill.name())
                .put("versionInfo", bill.digest().toString())
                .put("downloadLocation", UNKNOWN)
                .put("filesAnalyzed", false)
                .put("checksums", List.of(checksum(bill.digest())))
                .put("licenseConcluded", UNKNOWN)
                .put("licenseDeclared", UNKNOWN)
                .put("copyrightText", UNKNOWN)
                .put("primaryPackagePurpose", "CONTAINER")
                .members();
    }

    /// SPDX takes letters, digits, dots and dashes only; a digest is short and as good as unique.
    static String reference(String id) {
        return "SPDXRef-Package-" + Digest.of(id.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 24);
    }

    private static String sourceInfo(Component one) {
        String layer = one.origin().layer() < 0 ? "" : "; layer " + one.origin().layer();
        String built = one.ecosystem().isOfSystem() ? "; built from " + one.source() + " " + one.sourceVersion() : "";
        return "told by " + one.evidence() + layer + built;
    }

    private static Map<String, Object> checksum(Digest digest) {
        return new Json().put("algorithm", "SHA256").put("checksumValue", digest.hex()).members();
    }

    private static Map<String, Object> url(String text) {
        return new Json()
                .put("referenceCategory", "PACKAGE-MANAGER")
                .put("referenceType", "purl")
                .put("referenceLocator", text)
                .members();
    }
}
