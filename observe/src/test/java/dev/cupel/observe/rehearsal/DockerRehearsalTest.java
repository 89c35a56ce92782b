package dev.cupel.observe.rehearsal;

import dev.cupel.observe.run.Sandbox;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;

@Needs({Provision.ROOT, Provision.ENGINE, Provision.SHARED_DATA})
class DockerRehearsalTest extends RehearsalContract {
    @Override
    Sandbox open(Path directory) {
        return Sandbox.ofDocker(directory);
    }
}
