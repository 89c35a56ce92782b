package dev.cupel.cli;

import dev.cupel.cli.answer.VexStatements;
import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.vulnerability.vex.MalformedVex;
import dev.cupel.vulnerability.vex.VexSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel vex ls`.
@Command(name = "ls", description = "Show the statements of OpenVEX, CSAF or CycloneDX files.", abbreviateSynopsis = true)
final class VexListCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE|DIR", description = "A file, or a folder whose .json files are all read.")
    private Path place = Path.of("");

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    VexListCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        try {
            output.give(VexStatements.of(new VexSource(place).read(), workspace.clock().instant()), spec);
            return ExitCode.DONE;
        } catch (MalformedVex e) {
            throw new CupelException(Fault.INPUT, "Cannot read " + place + ": " + e.getMessage() + ".", "Name an OpenVEX, CSAF 2 or CycloneDX document.");
        }
    }
}
