package dev.cupel.observe.run;

import dev.cupel.image.manifest.Image;
import dev.cupel.linux.process.Subreaper;
import dev.cupel.observe.journal.Workplace;
import dev.cupel.observe.journal.Workshop;
import dev.cupel.observe.unpack.UnpackedLayers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Runs images without any engine: mounts their layers and lets an OCI runtime make the containers. Needs root.
public final class EmbeddedEngine implements ContainerEngine {
    private final Workshop workshop;
    private final UnpackedLayers layers;
    private final RuntimeChoice runtimes;

    /// @param searchPath where runtimes are looked for, as the variable `PATH` has it
    public EmbeddedEngine(Workshop workshop, UnpackedLayers layers, String searchPath) {
        this.workshop = workshop;
        this.layers = layers;
        this.runtimes = RuntimeChoice.on(searchPath);
    }

    @Override
    public Stage stage(Image image, RunPlan plan) throws IOException {
        Subreaper.become();
        Workplace workplace = workshop.open();
        try {
            List<Path> directories = layers.of(image.layers(), workplace);
            List<Path> lowers = directories.isEmpty() ? List.of(workplace.folder("empty")) : directories;
            return new EmbeddedStage(workplace, image.config(), lowers, plan, runtimes);
        } catch (IOException | RuntimeException e) {
            workplace.close();
            throw e;
        }
    }
}
