package dev.cupel.cli;

import dev.cupel.inspect.gate.DiveRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// dive's CI mode, with the names that dive gives its options.
final class DiveOptions {
    @Option(names = "--ci", description = "Check dive's rules, from --ci-config; exit code 1 if one fails.")
    private boolean ci;

    @Option(names = "--ci-config", paramLabel = "FILE", description = "A .dive-ci file (default: ${DEFAULT-VALUE}, if it is there).", defaultValue = ".dive-ci")
    private Path config = Path.of(".dive-ci");

    @Option(names = {"--lowest-efficiency", "--lowestEfficiency"}, paramLabel = "SHARE", description = "With --ci: least efficiency, 0 to 1.")
    private List<String> efficiency = List.of();

    @Option(names = {"--highest-wasted-bytes", "--highestWastedBytes"}, paramLabel = "SIZE", description = "With --ci: most wasted bytes.")
    private List<String> wastedBytes = List.of();

    @Option(names = {"--highest-user-wasted-percent", "--highestUserWastedPercent"}, paramLabel = "SHARE", description = "With --ci: most wasted bytes by those above the lowest layer, 0 to 1.")
    private List<String> userWasted = List.of();

    /// Whether they are to be checked.
    boolean asked() {
        return ci;
    }

    DiveRules rules() throws IOException {
        DiveRules rules = Files.exists(config) ? DiveRules.parse(Files.readString(config), config.toString()) : DiveRules.DEFAULTS;
        return rules.with(efficiency, wastedBytes, userWasted);
    }
}
