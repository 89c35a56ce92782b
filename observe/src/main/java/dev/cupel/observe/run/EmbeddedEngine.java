package dev.cupel.observe.run;

import dev.cupel.image.manifest.Image;
import dev.cupel.linux.process.Subreaper;
import dev.cupel.observe.journal.Workplace;
import dev.cupel.observe.journal.Workshop;
import dev.cupel.observe.unpack.UnpackedLayers;
import java.io.IOException;
import java.util.List;

/// Runs images without any engine: mounts their layers and lets an OCI runtime make the containers. Needs root, of the machine or of
/// a user namespace.
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
    public String name() {
        return "embedded";
    }

    @Override
    public Stage stage(Image image, RunPlan plan) throws IOException {
        Subreaper.become();
        Workplace workplace = workshop.open();
        try {
            return new EmbeddedStage(workplace, image.config(), stack(image, workplace), plan, runtimes);
        } catch (IOException | RuntimeException e) {
            workplace.close();
            throw e;
        }
    }

    private LayerStack stack(Image image, Workplace workplace) throws IOException {
        if (image.layers().isEmpty()) {
            return LayerStack.of(List.of(workplace.folder("empty")), List.of());
        }
        return LayerStack.of(layers.of(image.layers(), workplace), layers.indexes(image.layers()));
    }
}
