package dev.cupel.inventory.sbom;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.distribution.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What syft's own JSON claims (its schema 16; older ones have licences as plain texts).
record SyftClaims(Claims claims) {

    void read(JsonNode document) throws MalformedBill {
        JsonNode image = document.path("source").path("metadata");
        claims.image(image.path("userInput").asString(""), image.path("manifestDigest").asString(""), new Properties());
        JsonNode distribution = document.path("distro");
        if (!distribution.path("id").asString("").isEmpty()) {
            claims.distribution(new Distribution(
                    distribution.path("id").asString(""),
                    distribution.path("versionID").asString(""),
                    distribution.path("prettyName").asString("")));
        }
        for (JsonNode one : document.path("artifacts")) {
            component(one);
        }
        for (JsonNode one : document.path("artifactRelationships")) {
            if (one.path("type").asString("").equals("dependency-of")) {
                claims.needs(one.path("child").asString(""), one.path("parent").asString(""));
            }
        }
    }

    private void component(JsonNode one) throws MalformedBill {
        List<String> licences = new ArrayList<>();
        one.path("licenses").forEach(licence -> licences.add(licence.isObject() ? licence.path("value").asString("") : licence.asString("")));
        List<ImagePath> places = one.path("locations").valueStream().flatMap(place -> Claims.path(place.path("path").asString("")).stream()).toList();
        TreeSet<ImagePath> files = new TreeSet<>();
        for (JsonNode file : one.path("metadata").path("files")) {
            Claims.path(file.isObject() ? file.path("path").asString("") : file.asString("")).ifPresent(files::add);
        }
        claims.component(new ClaimedComponent(
                one.path("id").asString(""),
                one.path("purl").asString(""),
                one.path("version").asString(""),
                one.path("metadata").path("vendor").asString(one.path("metadata").path("maintainer").asString("")),
                licences,
                Optional.empty(),
                places,
                files,
                new Properties().put(ClaimedComponent.SYFT_MODULE, one.path("metadata").path("modularityLabel").asString(""))));
    }
}
