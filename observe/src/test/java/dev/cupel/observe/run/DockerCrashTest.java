package dev.cupel.observe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.EngineAddresses;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The journal's lines are `engine KIND ADDRESS NAME`: an image's name, then a volume, then a container.
@Needs({Provision.ROOT, Provision.ENGINE, Provision.SHARED_DATA})
class DockerCrashTest extends CrashContract {
    private final Engine engine = new Engine(EngineAddresses.ofThisMachine().docker());

    @Override
    String engine() {
        return "docker";
    }

    @Override
    void assertNothingIsLeftOf(List<String> journal) throws IOException {
        assertThat(journal).isNotEmpty();
        for (String line : journal) {
            String name = URLDecoder.decode(line.split(" ", -1)[3], StandardCharsets.UTF_8);
            assertThat(engine.images().inspect(name)).as(line).isEmpty();
            assertThat(engine.volumes().exists(name)).as(line).isFalse();
            assertThat(engine.containers().inspect(name)).as(line).isEmpty();
        }
    }
}
