package dev.cupel.observe.probe.session;

import dev.cupel.image.Platform;
import dev.cupel.image.manifest.ImageConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Plans for servers of this machine.
final class Plans {
    private Plans() {}

    /// Waits for these ports, up to half a minute.
    static ProbePlan forPorts(Integer... ports) {
        return ProbePlan.of(silentImage())
                .withPorts(new TreeSet<>(List.of(ports)))
                .withPatience(Patience.USUAL.withStart(Duration.ofSeconds(30)).withSteady(Duration.ofMillis(60)));
    }

    /// An image that says nothing about itself.
    static ImageConfig silentImage() {
        return new ImageConfig(new Platform("linux", "amd64", ""), "", "", List.of(), List.of(), List.of(), "", new TreeSet<>(), new TreeSet<>(),
                new TreeMap<>(), "", Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }
}
