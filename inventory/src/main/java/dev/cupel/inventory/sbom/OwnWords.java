package dev.cupel.inventory.sbom;

import dev.cupel.inventory.catalog.Component;
import java.util.List;
import java.util.Locale;

/// What no format has a place for, and what is told otherwise than the package URL tells it. [ClaimedComponent] reads it back.
final class OwnWords {
    static final String KEPT = "cupel:files:kept";
    static final String TOTAL = "cupel:files:total";
    static final String LAYER = "cupel:layer";
    static final String INSTRUCTION = "cupel:instruction";
    static final String SOURCE = "cupel:source";
    static final String SOURCE_VERSION = "cupel:source:version";
    static final String CERTAINTY = "cupel:certainty";
    static final String EVIDENCE = "cupel:evidence";
    static final String INSIDE = "cupel:evidence:inside";
    static final String ECOSYSTEM = "cupel:ecosystem";
    static final String NAME = "cupel:name";
    static final String VERSION = "cupel:version";
    static final String ARCHITECTURE = "cupel:architecture";
    static final String LICENCE = "cupel:licence";

    private OwnWords() {}

    /// @param licences what the document has in the places for them
    static Properties of(Component one, List<String> licences) {
        Properties properties = new Properties();
        if (one.files().total() > 0) {
            // What no other tool tells: a package of which two files of three hundred are left is not the package it was.
            properties.put(KEPT, one.files().kept()).put(TOTAL, one.files().total());
        }
        if (one.origin().layer() >= 0) {
            properties.put(LAYER, one.origin().layer());
        }
        if (!one.origin().instruction().isEmpty()) {
            properties.put(INSTRUCTION, one.origin().instruction());
        }
        ToldByUrl url = new ToldByUrl(one.url());
        boolean ownSource = one.source().equals(url.source()) && one.sourceVersion().equals(url.sourceVersion());
        if (one.ecosystem().isOfSystem() || !ownSource) {
            properties.put(SOURCE, one.source()).put(SOURCE_VERSION, one.sourceVersion());
        }
        properties.put(CERTAINTY, one.certainty().name().toLowerCase(Locale.ROOT)).put(EVIDENCE, one.evidence().file().text());
        if (!one.evidence().inside().isEmpty()) {
            properties.put(INSIDE, one.evidence().inside());
        }
        return differing(properties, one, url, licences);
    }

    private static Properties differing(Properties properties, Component one, ToldByUrl url, List<String> licences) {
        if (one.ecosystem() != url.ecosystem()) {
            properties.put(ECOSYSTEM, one.ecosystem().name().toLowerCase(Locale.ROOT));
        }
        if (!one.name().equals(url.name())) {
            properties.put(NAME, one.name());
        }
        if (one.version().isEmpty() && !one.url().version().isEmpty()) {
            properties.put(VERSION, "");
        }
        if (!one.architecture().equals(url.architecture())) {
            properties.put(ARCHITECTURE, one.architecture());
        }
        if (!one.licences().equals(licences)) {
            one.licences().forEach(licence -> properties.put(LICENCE, licence));
        }
        return properties;
    }
}
