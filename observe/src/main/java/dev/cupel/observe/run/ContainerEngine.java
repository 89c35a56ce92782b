package dev.cupel.observe.run;

import dev.cupel.image.manifest.Image;
import java.io.IOException;

/// Something that runs images: Cupel itself, or Docker Engine.
public interface ContainerEngine {
    /// What reports call it: `embedded`, `docker`.
    String name();

    /// Makes an image ready to run.
    Stage stage(Image image, RunPlan plan) throws IOException;
}
