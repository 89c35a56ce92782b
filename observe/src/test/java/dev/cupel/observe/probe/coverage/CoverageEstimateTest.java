package dev.cupel.observe.probe.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverageEstimateTest {
    @Test
    void files_and_probes_are_counted_once_and_starting_is_no_probe() {
        CoverageEstimate estimate = CoverageEstimate.of(List.of(
                seen("/a", "start"), seen("/a", "GET /"), seen("/a", "GET /"), seen("/b", "GET /"), seen("/a", "GET /x"),
                new Access(ImagePath.of("/none"), AccessKind.STAT, false, "", "GET /x", "ebpf")));

        assertThat(estimate).isEqualTo(new CoverageEstimate(2, 3, 1, 1));
        assertThat(estimate.unseenShare()).isEqualTo(1 / 3.0);
        assertThat(estimate.nextSurprise()).isEqualTo(0.5);
    }

    @Test
    void of_nothing_nothing_is_known() {
        assertThat(CoverageEstimate.of(List.of()).unseenShare()).isEqualTo(1);
        assertThat(CoverageEstimate.of(List.of()).nextSurprise()).isEqualTo(1);
    }

    @Test
    void the_estimate_is_near_the_share_of_unseen_files_in_a_simulated_population() {
        Random random = new Random(7);
        List<Access> accesses = new ArrayList<>();
        for (int probe = 0; probe < 200; probe++) {
            for (int i = 0; i < 5; i++) {
                accesses.add(seen("/f" + zipf(random), "GET /" + probe));
            }
        }

        double estimated = CoverageEstimate.of(accesses).unseenShare();

        long fresh = random.ints(20_000, 0, 1).map(_ -> zipf(random))
                .filter(file -> accesses.stream().noneMatch(one -> one.path().text().equals("/f" + file)))
                .count();
        assertThat(estimated).isBetween(fresh / 20_000.0 - 0.05, fresh / 20_000.0 + 0.05);
    }

    // A few files that everything touches and a long tail: rank r with probability near 1/r, of 2000.
    private static int zipf(Random random) {
        return (int) Math.pow(2_000, random.nextDouble());
    }

    private static Access seen(String path, String phase) {
        return new Access(ImagePath.of(path), AccessKind.READ, true, "", phase, "fanotify");
    }
}
