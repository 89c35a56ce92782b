package dev.cupel.observe.run;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;

@Needs({Provision.ROOT, Provision.RUNC, Provision.SHARED_DATA})
class EmbeddedRunTest extends ContainerContract {
    @Override
    Sandbox open(Path directory) {
        return Sandbox.in(directory);
    }
}
