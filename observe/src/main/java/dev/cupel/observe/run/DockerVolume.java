package dev.cupel.observe.run;

import dev.cupel.image.ImagePath;
import dev.cupel.image.engine.Engine;
import dev.cupel.observe.journal.EngineThing;
import dev.cupel.observe.journal.Leftover;
import dev.cupel.observe.journal.Workplace;
import java.io.IOException;
import java.nio.file.Path;

/// A volume of Docker Engine that outlives the containers of a stage; the engine begins it as a copy of what the image has there.
///
/// @param directory on this machine
record DockerVolume(String name, Path directory, ImagePath place) {
    static DockerVolume made(Engine engine, Workplace workplace, ImagePath place) throws IOException {
        String name = UniqueName.next();
        Leftover leftover = new Leftover.InEngine(EngineThing.VOLUME, engine.address(), name);
        return new DockerVolume(name, workplace.make(leftover, () -> engine.volumes().create(name)), place);
    }

    MountSpec mount() {
        return MountSpec.bind(name, place, false);
    }
}
