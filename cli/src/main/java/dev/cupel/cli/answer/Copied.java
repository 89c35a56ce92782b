package dev.cupel.cli.answer;

import java.util.List;

/// Where an image is now.
///
/// @param digest of its manifest there; of its configuration where the place keeps no manifests
/// @param changes what had to differ from the image as it was, as sentences
public record Copied(String reference, String digest, List<String> changes) implements Answer {
    public Copied {
        changes = List.copyOf(changes);
    }

    @Override
    public List<String> lines() {
        return List.of(reference + " " + digest);
    }
}
