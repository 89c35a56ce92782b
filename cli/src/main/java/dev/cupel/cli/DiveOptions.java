package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.inspect.gate.DiveRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// dive's CI mode, with the names that dive gives its options.
final class DiveOptions {
    private static final int LARGEST = 64 << 10;

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
            return DiveRules.parse(read(file), file.toString());
        }
        if (config.isPresent()) {
            throw new CupelException(Fault.USAGE, "Cannot read the rules of --ci-config: there is no file " + Quoted.of(file.toString()) + ".", "");
        }
        return DiveRules.DEFAULTS;
    }

    /// A device has no size, so the bytes are counted as they come.
    private static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new CupelException(Fault.USAGE, "Cannot read " + Quoted.of(file.toString()) + ": it has more than 64 KiB.", "A .dive-ci file has three rules.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
