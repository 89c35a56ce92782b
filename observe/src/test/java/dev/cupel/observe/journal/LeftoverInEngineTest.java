package dev.cupel.observe.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.EngineAddresses;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

@Needs(Provision.ENGINE)
class LeftoverInEngineTest {
    private final Engine engine = new Engine(EngineAddresses.ofThisMachine().docker());
    private final String name = "cupel-leftover-" + System.nanoTime();
    private final Leftover leftover = new Leftover.InEngine(EngineThing.VOLUME, engine.address(), name);

    @Test
    void what_the_journal_says_can_be_taken_away_and_its_absence_is_no_failure() throws Exception {
        engine.volumes().create(name);

        Leftover read = Leftover.parse(leftover.line()).orElseThrow();
        read.clean();
        read.clean();

        assertThat(read).isEqualTo(leftover);
        assertThat(engine.volumes().exists(name)).isFalse();
    }

    @Test
    void what_the_engine_was_still_making_when_we_were_killed_is_waited_for() throws Exception {
        FutureTask<Boolean> nextStart = new FutureTask<>(() -> {
            leftover.awaitMaking(Duration.ofMinutes(-1)); // written down a minute from now: a machine this busy is patient
            leftover.clean();
            return true;
        });
        Thread.ofPlatform().daemon().start(nextStart);

        engine.volumes().create(name);
        nextStart.get();

        assertThat(engine.volumes().exists(name)).isFalse();
    }

    @Test
    void what_was_written_down_long_ago_and_is_not_there_is_not_waited_for() throws Exception {
        leftover.awaitMaking(Duration.ofDays(10_000));

        assertThat(engine.volumes().exists(name)).isFalse();
    }
}
