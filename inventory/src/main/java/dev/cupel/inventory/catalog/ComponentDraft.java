package dev.cupel.inventory.catalog;

import dev.cupel.image.Digest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// A component in the making. What is not said is empty; source and source version are its own.
public final class ComponentDraft {
    private final PackageUrl url;
    private final Ecosystem ecosystem;
    private final Evidence evidence;
    private final String name;
    private Certainty certainty = Certainty.FOUND;
    private String version;
    private String architecture = "";
    private String source;
    private String sourceVersion;
    private String publisher = "";
    private List<String> licences = List.of();
    private Optional<Digest> digest = Optional.empty();
    private Holdings files = Holdings.NONE;
    private Origin origin = Origin.UNKNOWN;
    private SortedSet<String> needs = Collections.emptySortedSet();

    /// @param name as its ecosystem says it, such as `@scope/name` or `group:artifact`
    public ComponentDraft(Ecosystem ecosystem, String name, PackageUrl url, Evidence evidence) {
        this.ecosystem = ecosystem;
        this.name = name;
        this.url = url;
        this.evidence = evidence;
        this.version = url.version();
        this.source = name;
        this.sourceVersion = url.version();
    }

    public ComponentDraft certainty(Certainty how) {
        certainty = how;
        return this;
    }

    /// Where its ecosystem writes more into it than the URL has.
    public ComponentDraft version(String text) {
        version = text;
        return this;
    }

    public ComponentDraft architecture(String text) {
        architecture = text;
        return this;
    }

    public ComponentDraft source(String of, String version) {
        source = of;
        sourceVersion = version;
        return this;
    }

    public ComponentDraft publisher(String text) {
        publisher = text;
        return this;
    }

    public ComponentDraft licences(List<String> texts) {
        licences = texts.stream().map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
        return this;
    }

    public ComponentDraft digest(Optional<Digest> ofFile) {
        digest = ofFile;
        return this;
    }

    public ComponentDraft files(Holdings held) {
        files = held;
        return this;
    }

    public ComponentDraft origin(Origin broughtBy) {
        origin = broughtBy;
        return this;
    }

    public ComponentDraft needs(SortedSet<String> ids) {
        needs = ids;
        return this;
    }

    public Component done() {
        return new Component(
                url,
                ecosystem,
                certainty,
                name,
                version,
                architecture,
                source,
                sourceVersion,
                publisher,
                licences,
                digest,
                evidence,
                files,
                origin,
                needs);
    }
}
