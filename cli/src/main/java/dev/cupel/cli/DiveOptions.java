package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.inspect.gate.DiveRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// dive's CI mode, with the names that dive gives its options.
final class DiveOptions {
    @Option(names = "--ci", description = "Check dive's rules, from --ci-config; exit code 1 if one fails.")
    private boolean ci;

    @Option(names = "--ci-config", paramLabel = "FILE", description = "A .dive-ci file (default: .dive-ci, if it is there).")
    private Optional<Path> config = Optional.empty();

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

    /// Reads them; call it before long work, as it also says what is written wrongly. Empty where none are to be checked.
    Optional<DiveRules> rules(CommandSpec spec) throws IOException {
        if (ci) {
            return Optional.of(configured().with(efficiency, wastedBytes, userWasted));
        }
        if (config.isPresent() || !(efficiency.isEmpty() && wastedBytes.isEmpty() && userWasted.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--ci-config and the limits are for --ci; give it, too");
        }
        return Optional.empty();
    }

    private DiveRules configured() throws IOException {
        Path file = config.orElse(Path.of(".dive-ci"));
        if (Files.exists(file)) {
            return DiveRules.parse(Files.readString(file), file.toString());
        }
        if (config.isPresent()) {
            throw new CupelException(Fault.USAGE, "Cannot read the rules of --ci-config: there is no file " + Quoted.of(file.toString()) + ".", "");
        }
        return DiveRules.DEFAULTS;
    }
}
