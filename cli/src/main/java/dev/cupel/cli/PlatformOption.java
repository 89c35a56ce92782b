package dev.cupel.cli;

import dev.cupel.image.Platform;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which image of an index is meant.
final class PlatformOption {
    @Option(names = "--platform", paramLabel = "OS/ARCH", description = "Of several images (default: this machine's).")
    private Optional<Platform> platform = Optional.empty();

    Platform chosen() {
        return platform.orElseGet(PlatformOption::ofThisMachine);
    }

    static Platform ofThisMachine() {
        return Platform.linuxOn(System.getProperty("os.arch"));
    }
}
