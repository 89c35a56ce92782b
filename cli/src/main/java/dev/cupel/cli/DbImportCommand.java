package dev.cupel.cli;

import dev.cupel.cli.answer.TakenIn;
import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.vulnerability.intake.Import;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel db import`.
@Command(
        name = "import",
        description = "Take advisories in from files.",
        abbreviateSynopsis = true,
        footer = {
            "",
            "Sources that the database has under the same name are replaced, others stay.",
            "Until all is read the database is as it was."
        })
final class DbImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE|DIR",
            description = "OSV records (.jsonl, .jsonl.gz, .zip, .json), CISA's KEV catalogue, EPSS scores, an exported database, or a folder of them.")
    private Path place;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    DbImportCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        output.requireWritable();
        Path file = database.file(workspace);
        Instant begun = workspace.clock().instant();
        try (TerminalProgress progress = workspace.progress(spec.commandLine().getErr())) {
            progress.step("reading advisories");
            Import.Taken taken = new Import(file, workspace.clock()).from(place);
            progress.done();
            output.give(TakenIn.of(file, taken, Duration.between(begun, workspace.clock().instant())), spec);
        }
        return ExitCode.DONE;
    }
}
