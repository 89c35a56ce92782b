package dev.cupel.lint;

import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.rootfs.LayeredRootFs;
import dev.cupel.image.store.ContentStore;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.ignore.Suppression;
import dev.cupel.lint.image.ImageChecks;
import dev.cupel.lint.image.ImageSubject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Holds an image against the rules.
public record ImageLint(Suppression suppression, ContentStore store) {

    /// `image` is in the store; `reference` is what a person called it.
    public LintResult lint(String reference, Image image) throws IOException {
        List<LayerIndex> layers = new ArrayList<>();
        LayeredRootFs root = LayeredRootFs.of(image, store);
        for (Layer layer : image.layers()) {
            layers.add(store.layer(layer).index());
        }
        ImageSubject subject = new ImageSubject(reference, image.config(), root, layers);
        Suppression.Outcome outcome = suppression.of(new ImageChecks(suppression.book()).look(subject));
        return new LintResult(reference, SourceText.of(""), true, outcome.findings(), outcome.ignored());
    }
}
