package dev.cupel.image.reference;

import dev.cupel.image.Digest;
import dev.cupel.image.Quoted;
import dev.cupel.image.reference.ImageReference.Anywhere;
import dev.cupel.image.reference.ImageReference.DockerArchive;
import dev.cupel.image.reference.ImageReference.EngineId;
import dev.cupel.image.reference.ImageReference.InEngine;
import dev.cupel.image.reference.ImageReference.InPodman;
import dev.cupel.image.reference.ImageReference.InRegistry;
import dev.cupel.image.reference.ImageReference.OciArchive;
import dev.cupel.image.reference.ImageReference.OciDirectory;
import dev.cupel.image.reference.ImageReference.RootDirectory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells the spellings apart by their prefix. `oci` and `podman` are legal repository names too, so that `oci:1` could mean two
/// things; the prefix wins, and `docker://oci:1` names the other.
record ReferenceParser(String text) {
    private static final int LONGEST = 8192;
    private static final Pattern LAYOUT_TAG = Pattern.compile("[A-Za-z0-9]+(?:[-._:@/+]|--|[A-Za-z0-9])*");

    ImageReference parse() throws MalformedReference {
        if (text.length() > LONGEST) {
            throw new MalformedReference(Quoted.of(text) + " names no image: it is longer than " + LONGEST + " characters.");
        }
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        return switch (colon < 0 ? "" : text.substring(0, colon)) {
            case "docker" -> rest.startsWith("//") ? new InRegistry(name(rest.substring(2))) : new Anywhere(name(text));
            case "docker-daemon" -> inEngine(rest);
            case "sha256" -> isDigest(text) ? new EngineId(Digest.parse(text)) : new Anywhere(name(text));
            case "podman" -> new InPodman(name(rest));
            case "oci" -> new OciDirectory(path(rest), layoutTag(rest));
            case "oci-archive" -> new OciArchive(path(rest), layoutTag(rest));
            case "docker-archive" -> dockerArchive(rest);
            case "dir" -> new RootDirectory(wholePath(rest));
            case "sbom" ->
                throw new MalformedReference(Quoted.of(text) + " names a bill of materials, which has neither layers nor files;"
                        + " xray and sbom read one, everything else needs an image. For an image of that name write docker://sbom:TAG.");
            default -> new Anywhere(name(text));
        };
    }

    private ImageReference inEngine(String rest) throws MalformedReference {
        return isDigest(rest) ? new EngineId(Digest.parse(rest)) : new InEngine(name(rest));
    }

    private ImageReference dockerArchive(String rest) throws MalformedReference {
        int colon = rest.indexOf(':');
        return new DockerArchive(path(rest), colon < 0 ? Optional.empty() : Optional.of(name(rest.substring(colon + 1))));
    }

    private Path path(String rest) throws MalformedReference {
        int colon = rest.indexOf(':');
        return wholePath(colon < 0 ? rest : rest.substring(0, colon));
    }

    private Path wholePath(String path) throws MalformedReference {
        if (path.isEmpty()) {
            throw new MalformedReference(Quoted.of(text) + " lacks a path behind its prefix.");
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new MalformedReference(Quoted.of(text) + " holds no path that this system can have: " + e.getReason() + ".");
        }
    }

    /// Spec: OCI image-spec 1.1, annotations.md, "org.opencontainers.image.ref.name".
    private Optional<String> layoutTag(String rest) throws MalformedReference {
        int colon = rest.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String tag = rest.substring(colon + 1);
        if (tag.length() > 512 || !LAYOUT_TAG.matcher(tag).matches()) {
            throw new MalformedReference(Quoted.of(text) + " ends in " + Quoted.of(tag)
                    + ", which is not a tag; write letters, digits and - . _ : @ / + behind the path.");
        }
        return Optional.of(tag);
    }

    private static ImageName name(String text) throws MalformedReference {
        return new NameParser(text).parse();
    }

    private static boolean isDigest(String text) {
        return text.matches("sha256:[0-9a-f]{64}");
    }
}
