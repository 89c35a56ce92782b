package dev.cupel.inventory.sbom;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.inventory.distribution.Distribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects what a document claims, by the references that it uses itself.
final class Claims {
    private static final int MOST = 1_000_000;

    private final List<ClaimedComponent> components = new ArrayList<>();
    private final Map<String, List<String>> needs = new LinkedHashMap<>();
    private final List<ImagePath> unowned = new ArrayList<>();
    private Optional<Distribution> distribution = Optional.empty();
    private Optional<Digest> digest = Optional.empty();
    private Properties ofImage = new Properties();
    private String name = "";
    private String created = "";

    void component(ClaimedComponent one) throws MalformedBill {
        components.add(one);
        requireFew(components.size());
    }

    /// A file of no component, if Cupel wrote the document: what others list by themselves may well have an owner.
    void file(String path) throws MalformedBill {
        path(ours() ? path : "").ifPresent(unowned::add);
        requireFew(unowned.size());
    }

    private static void requireFew(int count) throws MalformedBill {
        if (count > MOST) {
            throw new MalformedBill("it names more than %,d things".formatted(MOST));
        }
    }

    void needs(String reference, String other) {
        needs.computeIfAbsent(reference, _ -> new ArrayList<>()).add(other);
    }

    void distribution(Distribution it) {
        distribution = Optional.of(it);
    }

    /// The image; `version` is its digest if it is one.
    void image(String called, String version, Properties properties) {
        name = called;
        digest = digest(version);
        ofImage = properties;
    }

    void created(String time) {
        created = time;
    }

    /// Whether Cupel wrote the document; known once the image is.
    boolean ours() {
        return ofImage.first(Properties.UNOWNED).isPresent();
    }

    static Optional<Digest> digest(String text) {
        try {
            return Optional.of(Digest.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a version of another kind
        }
    }

    /// A path of an image; empty for what is none.
    static Optional<ImagePath> path(String text) {
        return text.isEmpty() || text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(ImagePath.of(text));
    }

    List<ClaimedComponent> components() {
        return components;
    }

    Map<String, List<String>> needs() {
        return needs;
    }

    List<ImagePath> unowned() {
        return unowned;
    }

    Optional<Distribution> distribution() {
        return distribution;
    }

    Optional<Digest> digest() {
        return digest;
    }

    Properties ofImage() {
        return ofImage;
    }

    String name() {
        return name;
    }

    String created() {
        return created;
    }
}
