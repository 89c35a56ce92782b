package dev.cupel.inventory.catalog;

import dev.cupel.image.Digest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// One piece of software that is in an image. Texts are empty where nothing tells them.
///
/// @param url names it for the world; two places in an image may hold the same
/// @param architecture as its ecosystem spells it
/// @param source the package it was built from, its own name where it is not built from another one
/// @param sourceVersion that package's version
/// @param publisher who the package says made it: rpm's vendor, dpkg's and apk's maintainer
/// @param licences as the package says: SPDX identifiers, expressions, or a name
/// @param digest of the one file that it is, such as an archive
/// @param needs [#id]s of the components of the same inventory that it depends on
public record Component(
        PackageUrl url,
        Ecosystem ecosystem,
        Certainty certainty,
        String name,
        String version,
        String architecture,
        String source,
        String sourceVersion,
        String publisher,
        List<String> licences,
        Optional<Digest> digest,
        Evidence evidence,
        Holdings files,
        Origin origin,
        SortedSet<String> needs) {

    public Component {
        licences = List.copyOf(licences);
        needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
    }

    /// Names it within its inventory: equal inventories have equal ones.
    public String id() {
        return id(url, evidence);
    }

    /// That of a component with this URL and evidence.
    public static String id(PackageUrl url, Evidence evidence) {
        return url + "#" + evidence;
    }

    /// With other files.
    public Component holding(Holdings held) {
        return new Component(
                url, ecosystem, certainty, name, version, architecture, source, sourceVersion, publisher, licences, digest, evidence, held, origin, needs);
    }

    /// With other evidence.
    public Component seenIn(Evidence other) {
        return new Component(
                url, ecosystem, certainty, name, version, architecture, source, sourceVersion, publisher, licences, digest, other, files, origin, needs);
    }

    /// With other needs.
    public Component needing(SortedSet<String> ids) {
        return new Component(
                url, ecosystem, certainty, name, version, architecture, source, sourceVersion, publisher, licences, digest, evidence, files, origin, ids);
    }
}
