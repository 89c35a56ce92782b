package dev.cupel.inventory.sbom;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Ecosystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// One component of a CycloneDX document. Properties begin with `cupel:`; no other format has a place for what they tell.
record CycloneDxComponent(LicenceNames licences, boolean withFiles) {

    Map<String, Object> json(Component one) {
        boolean grouped = one.ecosystem() == Ecosystem.JAVA || one.ecosystem() == Ecosystem.NODE;
        return new Json()
                .put("type", one.ecosystem() == Ecosystem.PROGRAM ? "application" : "library")
                .put("bom-ref", one.id())
                .putIfAny("publisher", one.publisher())
                .putIfAny("group", grouped ? one.url().namespace() : "")
                .put("name", grouped ? one.url().name() : one.name())
                .putIfAny("version", one.version())
                .putIfAny("hashes", one.digest().map(digest -> List.of(hash(digest))).orElse(List.of()))
                .putIfAny("licenses", licences(one))
                .put("purl", one.url().toString())
                .put("evidence", evidence(one))
                .put("properties", OwnWords.of(one, readBack(licences(one))).json())
                .members();
    }

    private static Map<String, Object> hash(Digest digest) {
        return new Json().put("alg", digest.algorithm().equals("sha512") ? "SHA-512" : "SHA-256").put("content", digest.hex()).members();
    }

    /// One expression alone, or licences one by one: the format knows no mixture.
    private List<Map<String, Object>> licences(Component one) {
        if (one.licences().size() == 1) {
            String only = one.licences().getFirst();
            Optional<String> expression = licences.identifier(only).isPresent() ? Optional.empty() : licences.expression(only);
            if (expression.isPresent()) {
                return List.of(new Json().put("expression", expression.get()).members());
            }
        }
        return one.licences().stream().map(this::licence).distinct().toList();
    }

    /// The same as a reader of the document gets them.
    private static List<String> readBack(List<Map<String, Object>> written) {
        return CycloneDxClaims.licences(JsonMapper.builder().build().valueToTree(written));
    }

    private Map<String, Object> licence(String name) {
        Json licence = licences.identifier(name).map(id -> new Json().put("id", id)).orElseGet(() -> new Json().put("name", name));
        return new Json().put("license", licence).members();
    }

    private Json evidence(Component one) {
        Map<String, Object> method = new Json()
                .put("technique", technique(one.certainty()))
                .put("confidence", confidence(one.certainty()))
                .put("value", one.evidence().toString())
                .members();
        Map<String, Object> identity = new Json()
                .put("field", "purl")
                .put("confidence", confidence(one.certainty()))
                .put("methods", List.of(method))
                .members();
        Json evidence = new Json().put("identity", List.of(identity));
        return withFiles ? evidence.putIfAny("occurrences", one.files().present().stream().map(CycloneDxComponent::occurrence).toList()) : evidence;
    }

    private static Map<String, Object> occurrence(ImagePath file) {
        return new Json().put("location", file.text()).members();
    }

    private static String technique(Certainty certainty) {
        return switch (certainty) {
            case RECORDED, FOUND -> "manifest-analysis";
            case RECOGNISED -> "binary-analysis";
            case CLAIMED -> "attestation";
        };
    }

    private static double confidence(Certainty certainty) {
        return switch (certainty) {
            case RECORDED -> 1.0;
            case FOUND -> 0.9;
            case RECOGNISED -> 0.7;
            case CLAIMED -> 0.5;
        };
    }
}
