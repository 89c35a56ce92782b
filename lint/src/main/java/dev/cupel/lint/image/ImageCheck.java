package dev.cupel.lint.image;

import java.io.IOException;

/// Looks at an image for breaches of one rule, or of a few that belong together.
@FunctionalInterface
interface ImageCheck {
    void look(ImageSubject image, ImageFindings findings) throws IOException;
}
