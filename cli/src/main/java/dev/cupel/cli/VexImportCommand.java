package dev.cupel.cli;

import dev.cupel.cli.value.Expiry;
import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.vulnerability.decision.PolicyFile;
import dev.cupel.vulnerability.decision.PolicyText;
import dev.cupel.vulnerability.ignorefile.IgnoreDefaults;
import dev.cupel.vulnerability.ignorefile.IgnoreFile;
import dev.cupel.vulnerability.ignorefile.MalformedIgnoreFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel vex import`.
@Command(
        name = "import",
        description = "Turn another scanner's ignore file into rules for " + PolicyFile.NAME + "; tell what becomes none.",
        abbreviateSynopsis = true,
        sortOptions = false)
final class VexImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = ".trivyignore, .trivyignore.yaml, .grype.yaml or osv-scanner.toml.")
    private Path file = Path.of("");

    @Option(names = "--reason", paramLabel = "TEXT", description = "Of what gives none; without it that is left out.")
    private String reason = "";

    @Option(names = "--until", paramLabel = "WHEN", description = "Last day of what has no end: 2026-12-31, or 90d, 12w from now; without it that is left out.")
    private @Nullable Expiry until;

    @Mixin
    private OutputFile output;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    VexImportCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        output.requireWritable();
        Instant now = workspace.clock().instant();
        Optional<LocalDate> last = Optional.ofNullable(until).map(told -> LocalDate.ofInstant(told.after(now), ZoneOffset.UTC));
        IgnoreFile.Converted converted;
        try {
            converted = new IgnoreFile(file).convert(new IgnoreDefaults(reason, last));
        } catch (MalformedIgnoreFile e) {
            throw new CupelException(
                    Fault.INPUT, "Cannot read " + file + ": " + e.getMessage() + ".", "Name a .trivyignore, .trivyignore.yaml, .grype.yaml or osv-scanner.toml.", e);
        }
        output.print(spec, out -> out.print(PolicyText.of(converted.rules())));
        PrintWriter err = spec.commandLine().getErr();
        converted.leftOut().forEach(one -> err.println("  left out: " + one));
        if (!converted.leftOut().isEmpty()) {
            err.printf("cupel: %d rules, %d entries left out: what these are about counts again.%n", converted.rules().size(), converted.leftOut().size());
        }
        err.flush();
        return ExitCode.DONE;
    }
}
