package dev.cupel.inventory.sbom;

import dev.cupel.inventory.distribution.Distribution;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What a CycloneDX document claims, nested components too.
record CycloneDxClaims(Claims claims) {
    private static final int DEEPEST = 100;

    void read(JsonNode document) {
        components(document.path("components"), 0);
        for (JsonNode one : document.path("dependencies")) {
            one.path("dependsOn").forEach(other -> claims.needs(one.path("ref").asString(""), other.asString("")));
        }
    }

    private void components(JsonNode list, int depth) {
        for (JsonNode one : list) {
            component(one);
            if (depth < DEEPEST) {
                components(one.path("components"), depth + 1);
            }
        }
    }

    private void component(JsonNode one) {
        String version = one.path("version").asString("");
        switch (one.path("type").asString("")) {
            case "operating-system" ->
                claims.distribution(new Distribution(one.path("name").asString(""), version, one.path("description").asString("")));
            case "file" -> {}
            default -> {
                String url = one.path("purl").asString("");
                claims.component(one.path("bom-ref").asString(url), url, version, licences(one.path("licenses")));
            }
        }
    }

    private static List<String> licences(JsonNode list) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : list) {
            names.add(one.path("expression").asString(""));
            names.add(one.path("license").path("id").asString(""));
            names.add(one.path("license").path("name").asString(""));
        }
        return names;
    }
}
