package dev.cupel.inventory.sbom;

import dev.cupel.image.Digest;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.distribution.Distribution;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// One package of an SPDX document. What the format has no place for is in an annotation, as CycloneDX has it in properties.
///
/// @param time of the document
record SpdxPackage(SpdxLicences licences, Instant time) {
    private static final String UNKNOWN = "NOASSERTION";
    private static final String ORGANIZATION = "Organization: ";
    private static final String PERSON = "Person: ";

    Map<String, Object> json(Component one) {
        return new Json()
                .put("SPDXID", reference(one.id()))
                .put("name", one.name())
                .putIfAny("versionInfo", one.version())
                .putIfAny("supplier", one.publisher().isEmpty() ? "" : ORGANIZATION + one.publisher())
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
                .put("annotations", annotations(OwnWords.of(one, SpdxClaims.licences(licences.declared(one.licences()), Map.of()))))
                .members();
    }

    Map<String, Object> image(String id, BillOfMaterials bill) {
        return new Json()
                .put("SPDXID", id)
                .put("name", bill.name())
                .putIfAny("versionInfo", bill.digest().map(Digest::toString).orElse(""))
                .put("downloadLocation", UNKNOWN)
                .put("filesAnalyzed", false)
                .putIfAny("checksums", bill.digest().map(digest -> List.of(checksum(digest))).orElse(List.of()))
                .put("licenseConcluded", UNKNOWN)
                .put("licenseDeclared", UNKNOWN)
                .put("copyrightText", UNKNOWN)
                .put("primaryPackagePurpose", "CONTAINER")
                .put("annotations", annotations(bill.properties()))
                .members();
    }

    Map<String, Object> system(String id, Distribution system) {
        return new Json()
                .put("SPDXID", id)
                .put("name", system.id())
                .putIfAny("versionInfo", system.versionId())
                .put("downloadLocation", UNKNOWN)
                .put("filesAnalyzed", false)
                .put("licenseConcluded", UNKNOWN)
                .put("licenseDeclared", UNKNOWN)
                .put("copyrightText", UNKNOWN)
                .putIfAny("description", system.prettyName())
                .put("primaryPackagePurpose", "OPERATING_SYSTEM")
                .members();
    }

    /// Who is told as supplier (SPDX 2.3, 7.5), `Organization: …` or `Person: …`; empty where nobody is.
    static String publisher(String supplier) {
        return Stream.of(ORGANIZATION, PERSON).filter(supplier::startsWith).findFirst().map(one -> supplier.substring(one.length())).orElse("");
    }

    private List<Map<String, Object>> annotations(Properties properties) {
        return List.of(new Json()
                .put("annotationDate", time.toString())
                .put("annotationType", "OTHER")
                .put("annotator", SpdxClaims.ANNOTATOR)
                .put("comment", properties.text())
                .members());
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
        return new Json().put("algorithm", digest.algorithm().toUpperCase(Locale.ROOT)).put("checksumValue", digest.hex()).members();
    }

    private static Map<String, Object> url(String text) {
        return new Json()
                .put("referenceCategory", "PACKAGE-MANAGER")
                .put("referenceType", "purl")
                .put("referenceLocator", text)
                .members();
    }
}
