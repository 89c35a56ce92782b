package dev.cupel.observe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.observe.journal.ControlGroup;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Needs({Provision.ROOT, Provision.RUNC, Provision.SHARED_DATA})
class EmbeddedCrashTest extends CrashContract {
    @Override
    String engine() {
        return "embedded";
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void it_is_gone_where_the_kill_came_while_the_runtime_made_it(int lines) throws Exception {
        killWhileItMakes(lines);
    }

    @Override
    void assertNothingIsLeftOf(List<String> journal) throws IOException {
        for (String line : journal) {
            if (line.startsWith("cgroup ")) {
                assertThat(ControlGroup.named(line.substring("cgroup ".length()))).isEmpty();
            }
        }
    }
}
