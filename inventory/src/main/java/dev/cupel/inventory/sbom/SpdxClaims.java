package dev.cupel.inventory.sbom;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What an SPDX document claims: packages with a URL, and which depends on which. The operating system has no place in the format.
record SpdxClaims(Claims claims) {

    void read(JsonNode document) {
        for (JsonNode one : document.path("packages")) {
            String purpose = one.path("primaryPackagePurpose").asString("");
            if (!purpose.equals("CONTAINER") && !purpose.equals("OPERATING-SYSTEM")) {
                String licence = one.path("licenseDeclared").asString("");
                claims.component(
                        one.path("SPDXID").asString(""),
                        url(one.path("externalRefs")),
                        one.path("versionInfo").asString(""),
                        licence.equals("NOASSERTION") || licence.equals("NONE") ? List.of() : List.of(licence));
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

    private static String url(JsonNode references) {
        for (JsonNode one : references) {
            if (one.path("referenceType").asString("").equals("purl")) {
                return one.path("referenceLocator").asString("");
            }
        }
        return "";
    }
}
