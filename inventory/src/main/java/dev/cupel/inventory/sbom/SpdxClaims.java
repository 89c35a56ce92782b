package dev.cupel.inventory.sbom;

import dev.cupel.image.Digest;
import dev.cupel.inventory.distribution.Distribution;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What an SPDX document claims: packages with a URL, and which depends on which.
record SpdxClaims(Claims claims) {
    /// Whose annotations are read.
    static final String ANNOTATOR = "Tool: cupel";

    void read(JsonNode document) throws MalformedBill {
        claims.image(document.path("name").asString(""), "", new Properties());
        claims.created(document.path("creationInfo").path("created").asString(""));
        Map<String, String> named = new HashMap<>();
        for (JsonNode one : document.path("hasExtractedLicensingInfos")) {
            named.put(one.path("licenseId").asString(""), one.path("name").asString(""));
        }
        for (JsonNode one : document.path("packages")) {
            String name = one.path("name").asString("");
            String version = one.path("versionInfo").asString("");
            switch (one.path("primaryPackagePurpose").asString("")) {
                case "CONTAINER" -> claims.image(name, version, own(one));
                case "OPERATING_SYSTEM", "OPERATING-SYSTEM" -> claims.distribution(new Distribution(name, version, one.path("description").asString("")));
                default -> component(one, version, named);
            }
        }
        for (JsonNode one : document.path("relationships")) {
            String from = one.path("spdxElementId").asString("");
            String to = one.path("relatedSpdxElement").asString("");
            switch (one.path("relationshipType").asString("")) {
                case "DEPENDS_ON" -> claims.needs(from, to);
                case "DEPENDENCY_OF" -> claims.needs(to, from);
                default -> {}
            }
        }
    }

    private void component(JsonNode one, String version, Map<String, String> named) throws MalformedBill {
        claims.component(new ClaimedComponent(
                one.path("SPDXID").asString(""),
                url(one.path("externalRefs")),
                version,
                SpdxPackage.publisher(one.path("supplier").asString("")),
                licences(one.path("licenseDeclared").asString(""), named),
                digest(one.path("checksums")),
                List.of(),
                new TreeSet<>(),
                own(one)));
    }

    /// What is declared; a licence of the document's own by its name.
    static List<String> licences(String declared, Map<String, String> named) {
        return List.of("", "NOASSERTION", "NONE").contains(declared) ? List.of() : List.of(named.getOrDefault(declared, declared));
    }

    private static Properties own(JsonNode element) {
        for (JsonNode one : element.path("annotations")) {
            if (one.path("annotator").asString("").equals(ANNOTATOR)) {
                return Properties.read(one.path("comment").asString(""));
            }
        }
        return new Properties();
    }

    private static Optional<Digest> digest(JsonNode checksums) {
        for (JsonNode one : checksums) {
            String algorithm = one.path("algorithm").asString("").toLowerCase(Locale.ROOT);
            Optional<Digest> digest = Claims.digest(algorithm + ":" + one.path("checksumValue").asString(""));
            if (digest.isPresent()) {
                return digest;
            }
        }
        return Optional.empty();
    }

    private static String url(JsonNode references) {
        for (JsonNode one : references) {
            if (one.path("referenceType").asString("").equals("purl")) {
                return one.path("referenceLocator").asString("");
            }
        }
        return "";
    }
}
