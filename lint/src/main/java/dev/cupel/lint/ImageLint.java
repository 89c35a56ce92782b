package dev.cupel.lint;

import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.ignore.Suppression;
import dev.cupel.lint.image.ImageChecks;
import dev.cupel.lint.image.ImageSubject;
import java.io.IOException;

/// Holds an image against the rules.
public record ImageLint(Suppression suppression) {

    /// `reference` is what a person called the image.
    public LintResult lint(String reference, OpenedImage image, Inventory inventory) throws IOException {
        ImageSubject subject = new ImageSubject(
                reference, image, inventory, suppression.config().surroundings().labels(), suppression.today());
        Suppression.Outcome outcome = suppression.of(new ImageChecks(suppression.book()).look(subject));
        return new LintResult(reference, SourceText.of(""), true, outcome.findings(), outcome.ignored());
    }
}
