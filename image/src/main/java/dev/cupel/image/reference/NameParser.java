package dev.cupel.image.reference;

import dev.cupel.image.Digest;
import dev.cupel.image.Quoted;
import java.util.Optional;

/// Reads `[registry/]repository[:tag][@digest]`. A first component is a registry when it has a dot, a colon or an upper-case
/// letter, or is `localhost`; else the name lies on Docker Hub.
record NameParser(String text) {
    private static final int LONGEST = 1024;

    ImageName parse() throws MalformedReference {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new MalformedReference(text.isEmpty()
                    ? "An empty text names no image; write a name such as nginx:1.27."
                    : Quoted.of(text) + " names no image: it is longer than " + LONGEST + " characters.");
        }
        try {
            return split();
        } catch (IllegalArgumentException e) {
            throw new MalformedReference(Quoted.of(text) + " names no image: " + e.getMessage() + hint());
        }
    }

    private ImageName split() {
        int at = text.indexOf('@');
        Optional<Digest> digest = at < 0 ? Optional.empty() : Optional.of(Digest.parse(text.substring(at + 1)));
        String named = at < 0 ? text : text.substring(0, at);
        int colon = named.lastIndexOf(':');
        boolean tagged = colon > named.lastIndexOf('/');
        Optional<String> tag = tagged ? Optional.of(named.substring(colon + 1)) : Optional.empty();
        String path = tagged ? named.substring(0, colon) : named;
        int slash = path.indexOf('/');
        if (slash < 0 || !isRegistry(path.substring(0, slash))) {
            return onDockerHub(path, tag, digest);
        }
        String registry = path.substring(0, slash);
        String repository = path.substring(slash + 1);
        return registry.equals(ImageName.DOCKER_HUB) || registry.equals("index.docker.io")
                ? onDockerHub(repository, tag, digest)
                : new ImageName(registry, repository, tag, digest);
    }

    private static ImageName onDockerHub(String path, Optional<String> tag, Optional<Digest> digest) {
        return new ImageName(ImageName.DOCKER_HUB, path.contains("/") ? path : "library/" + path, tag, digest);
    }

    private static boolean isRegistry(String component) {
        return component.indexOf('.') >= 0
                || component.indexOf(':') >= 0
                || component.equals("localhost")
                || component.chars().anyMatch(Character::isUpperCase);
    }

    private String hint() {
        boolean looksLikeFile = text.startsWith("/") || text.startsWith("./") || text.startsWith("../") || text.endsWith(".tar");
        return looksLikeFile
                ? ". For a file write docker-archive:FILE or oci-archive:FILE, for a layout oci:DIR, for a root file system dir:DIR."
                : ".";
    }
}
