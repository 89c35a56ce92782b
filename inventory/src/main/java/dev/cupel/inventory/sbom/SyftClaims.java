package dev.cupel.inventory.sbom;

import dev.cupel.inventory.distribution.Distribution;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What syft's own JSON claims (its schema 16; older ones have licences as plain texts).
record SyftClaims(Claims claims) {

    void read(JsonNode document) {
        JsonNode distribution = document.path("distro");
        if (!distribution.path("id").asString("").isEmpty()) {
            claims.distribution(new Distribution(
                    distribution.path("id").asString(""),
                    distribution.path("versionID").asString(""),
                    distribution.path("prettyName").asString("")));
        }
        for (JsonNode one : document.path("artifacts")) {
            List<String> licences = new ArrayList<>();
            one.path("licenses").forEach(licence -> licences.add(licence.isObject() ? licence.path("value").asString("") : licence.asString("")));
            claims.component(one.path("id").asString(""), one.path("purl").asString(""), one.path("version").asString(""), licences);
        }
        for (JsonNode one : document.path("artifactRelationships")) {
            if (one.path("type").asString("").equals("dependency-of")) {
                claims.needs(one.path("child").asString(""), one.path("parent").asString(""));
            }
        }
    }
}
