package dev.cupel.observe.probe.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoverageEstimateTest {
    @Test
    void files_and_probes_are_counted_once_and_starting_is_no_probe() {
        CoverageEstimate estimate = CoverageEstimate.of(Map.of(
                "start", paths("/a", "/c"), "greeting 80", paths("/d"), "GET /", paths("/a", "/b"), "GET /x", paths("/a")));

        assertThat(estimate).isEqualTo(new CoverageEstimate(2, 3, 1, 1));
        assertThat(estimate.unseenShare()).isEqualTo(1 / 3.0);
        assertThat(estimate.nextSurprise()).isEqualTo(0.5);
    }

    @Test
    void of_nothing_nothing_is_known() {
        assertThat(CoverageEstimate.of(Map.of()).unseenShare()).isEqualTo(1);
        assertThat(CoverageEstimate.of(Map.of()).nextSurprise()).isEqualTo(1);
    }

    @Test
    void the_estimate_is_near_the_share_of_unseen_files_in_a_simulated_population() {
        Random random = new Random(7);
        Map<String, Set<ImagePath>> touched = new HashMap<>();
        for (int probe = 0; probe < 200; probe++) {
            touched.put("GET /" + probe, Stream.generate(() -> ImagePath.of("/f" + zipf(random))).limit(5).collect(Collectors.toSet()));
        }

        double estimated = CoverageEstimate.of(touched).unseenShare();

        Set<ImagePath> known = touched.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        long fresh = random.ints(20_000, 0, 1).map(_ -> zipf(random))
                .filter(file -> !known.contains(ImagePath.of("/f" + file)))
                .count();
        assertThat(estimated).isBetween(fresh / 20_000.0 - 0.05, fresh / 20_000.0 + 0.05);
    }

    // A few files that everything touches and a long tail: rank r with probability near 1/r, of 2000.
    private static int zipf(Random random) {
        return (int) Math.pow(2_000, random.nextDouble());
    }

    private static Set<ImagePath> paths(String... texts) {
        return Stream.of(texts).map(ImagePath::of).collect(Collectors.toSet());
    }
}
