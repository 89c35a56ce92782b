package dev.cupel.image.reference;

import dev.cupel.image.Digest;
import dev.cupel.image.Quoted;
import java.util.Optional;
import java.util.regex.Pattern;

/// An image's full name: registry, repository, and at most one tag and one digest, as in `docker.io/library/nginx:1.27`.
/// With both a tag and a digest, the digest says which image it is.
///
/// @param registry `host[:port]`; Docker Hub is always `docker.io`
/// @param repository path within the registry, with Docker Hub's `library/` written out
/// @param tag empty when none was written
public record ImageName(String registry, String repository, Optional<String> tag, Optional<Digest> digest) {
    /// What Docker Hub is called in a full name.
    public static final String DOCKER_HUB = "docker.io";

    private static final int LONGEST_TAG = 128;
    private static final Pattern REGISTRY = Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
            + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9a-fA-F:]{2,39}\\])(?::[0-9]{1,5})?");
    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0," + (LONGEST_TAG - 1) + "}");

    public ImageName {
        require(registry.length() <= 255 && REGISTRY.matcher(registry).matches(), registry, "a registry", "host or host:port");
        require(
                repository.length() <= 255 && REPOSITORY.matcher(repository).matches(),
                repository,
                "a repository",
                "lower-case letters and digits, separated by . _ - or /");
        tag.ifPresent(text -> require(
                TAG.matcher(text).matches(), text, "a tag", "at most " + LONGEST_TAG + " letters, digits, _ . or -"));
    }

    /// The tag to use where one is needed: the one written, or `latest`.
    public String tagOrLatest() {
        return tag.orElse("latest");
    }

    /// What the registry's manifest endpoint is asked for: the digest if there is one, else the tag.
    public String manifestReference() {
        return digest.map(Digest::toString).orElseGet(this::tagOrLatest);
    }

    /// The same repository with this tag, and no digest.
    public ImageName withTag(String newTag) {
        return new ImageName(registry, repository, Optional.of(newTag), Optional.empty());
    }

    /// The same repository with this digest, and no tag.
    public ImageName withDigest(Digest newDigest) {
        return new ImageName(registry, repository, Optional.empty(), Optional.of(newDigest));
    }

    /// As Docker prints it: Docker Hub's `docker.io/` and `library/` left out, and no tag where none was written.
    public String familiar() {
        return familiarRepository() + suffix();
    }

    /// [#familiar] without tag and digest.
    public String familiarRepository() {
        if (!registry.equals(DOCKER_HUB)) {
            return registry + "/" + repository;
        }
        String bare = repository.startsWith("library/") ? repository.substring("library/".length()) : repository;
        // "library/a/b" and "library/localhost" would be read back as something else: they keep their prefix.
        return bare.contains("/") || bare.equals("localhost") ? repository : bare;
    }

    /// The name of the slim image made of this one: the tag with `-cupel` behind it, or the tag `cupel` where only a digest was
    /// given.
    public ImageName refined() {
        if (tag.isEmpty() && digest.isPresent()) {
            return withTag("cupel");
        }
        String suffix = "-cupel";
        String stem = tagOrLatest();
        return withTag(stem.substring(0, Math.min(stem.length(), LONGEST_TAG - suffix.length())) + suffix);
    }

    /// The full name.
    @Override
    public String toString() {
        return registry + "/" + repository + suffix();
    }

    private String suffix() {
        return tag.map(text -> ":" + text).orElse("") + digest.map(text -> "@" + text).orElse("");
    }

    private static void require(boolean holds, String text, String what, String form) {
        if (!holds) {
            throw new IllegalArgumentException(Quoted.of(text) + " is not " + what + "; write " + form);
        }
    }
}
