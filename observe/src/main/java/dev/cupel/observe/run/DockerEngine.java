package dev.cupel.observe.run;

import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.transfer.EngineSink;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.store.ContentStore;
import dev.cupel.observe.journal.EngineThing;
import dev.cupel.observe.journal.Leftover;
import dev.cupel.observe.journal.Workplace;
import dev.cupel.observe.journal.Workshop;
import java.io.IOException;
import java.util.Optional;

/// Runs images in Docker Engine, as `docker run` does: its runtime, its system call filter, its security module. Sensors watch from
/// outside, so Cupel and the engine must share one machine. Needs root.
public final class DockerEngine implements ContainerEngine {
    private static final String REPOSITORY = "cupel-run";

    private final Workshop workshop;
    private final Engine engine;
    private final ContentStore store;
    private final Progress progress;

    /// @param store has the images that are run
    public DockerEngine(Workshop workshop, Engine engine, ContentStore store, Progress progress) {
        this.workshop = workshop;
        this.engine = engine;
        this.store = store;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "docker";
    }

    @Override
    public Stage stage(Image image, RunPlan plan) throws IOException {
        new SameMachine(engine.address(), engine.info()).require();
        Workplace workplace = workshop.open();
        try {
            return new DockerStage(workplace, engine, broughtIn(image, workplace), image.config(), plan);
        } catch (IOException | RuntimeException e) {
            workplace.close();
            throw e;
        }
    }

    /// What the engine knows the image by. One that it has is run by its id: a name that was given and taken away again would take
    /// an image that has no other name with it.
    private String broughtIn(Image image, Workplace workplace) throws IOException {
        String id = image.configBlob().digest().toString();
        if (engine.images().inspect(id).isPresent()) {
            return id;
        }
        ImageName name = new ImageName(
                ImageName.DOCKER_HUB, "library/" + REPOSITORY, Optional.of(UniqueName.next()), Optional.empty());
        Leftover leftover = new Leftover.InEngine(EngineThing.IMAGE, engine.address(), name.familiar());
        workplace.make(leftover, () -> new EngineSink(engine, name, progress).write(image, store));
        return name.familiar();
    }
}
