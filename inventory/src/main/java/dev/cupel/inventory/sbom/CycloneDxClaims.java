package dev.cupel.inventory.sbom;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.inventory.distribution.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What a CycloneDX document claims, nested components too.
record CycloneDxClaims(Claims claims) {
    private static final int DEEPEST = 100;

    void read(JsonNode document) throws MalformedBill {
        JsonNode metadata = document.path("metadata");
        JsonNode subject = metadata.path("component");
        claims.image(subject.path("name").asString(""), subject.path("version").asString(""), Properties.read(subject.path("properties")));
        claims.created(metadata.path("timestamp").asString(""));
        components(document.path("components"), 0);
        for (JsonNode one : document.path("dependencies")) {
            one.path("dependsOn").forEach(other -> claims.needs(one.path("ref").asString(""), other.asString("")));
        }
    }

    private void components(JsonNode list, int depth) throws MalformedBill {
        for (JsonNode one : list) {
            component(one);
            if (depth < DEEPEST) {
                components(one.path("components"), depth + 1);
            }
        }
    }

    private void component(JsonNode one) throws MalformedBill {
        String version = one.path("version").asString("");
        switch (one.path("type").asString("")) {
            case "operating-system" ->
                claims.distribution(new Distribution(one.path("name").asString(""), version, one.path("description").asString("")));
            case "file" -> claims.file(one.path("name").asString(""));
            default -> {
                String url = one.path("purl").asString("");
                Properties properties = Properties.read(one.path("properties"));
                List<ImagePath> occurrences = paths(one.at("/evidence/occurrences").valueStream().map(place -> place.path("location").asString("")));
                List<ImagePath> places = paths(Stream.of("syft:location:0:path", "aquasecurity:trivy:FilePath").flatMap(name -> properties.first(name).stream()));
                // Elsewhere an occurrence is where the component was found; only in Cupel's bills it is a file of the component.
                boolean own = properties.first(OwnWords.EVIDENCE).isPresent();
                claims.component(new ClaimedComponent(
                        one.path("bom-ref").asString(url),
                        url,
                        version,
                        // syft writes the one, Trivy the other.
                        one.path("publisher").asString(one.path("supplier").path("name").asString("")),
                        licences(one.path("licenses")),
                        digest(one.path("hashes")),
                        places.isEmpty() ? occurrences : places,
                        own ? new TreeSet<>(occurrences) : new TreeSet<>(),
                        properties));
            }
        }
    }

    private static List<ImagePath> paths(Stream<String> texts) {
        return texts.flatMap(text -> Claims.path(text).stream()).toList();
    }

    private static Optional<Digest> digest(JsonNode hashes) {
        for (JsonNode one : hashes) {
            String algorithm = one.path("alg").asString("").replace("-", "").toLowerCase(Locale.ROOT);
            Optional<Digest> digest = Claims.digest(algorithm + ":" + one.path("content").asString(""));
            if (digest.isPresent()) {
                return digest;
            }
        }
        return Optional.empty();
    }

    static List<String> licences(JsonNode list) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : list) {
            Stream.of(one.path("expression"), one.path("license").path("id"), one.path("license").path("name"))
                    .map(text -> text.asString(""))
                    .filter(text -> !text.isEmpty())
                    .forEach(names::add);
        }
        return names;
    }
}
