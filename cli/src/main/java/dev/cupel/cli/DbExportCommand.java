package dev.cupel.cli;

import dev.cupel.image.file.ReplacedFile;
import dev.cupel.vulnerability.database.AdvisoryDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel db export`.
@Command(
        name = "export",
        description = "Write the database to one file, for sites without a network.",
        abbreviateSynopsis = true,
        footer = {"", "There: cupel db import FILE; or name the file with --db."})
final class DbExportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The file to write, whole or not at all.")
    private Path target;

    @Mixin
    private DatabaseOption database;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    DbExportCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        ReplacedFile file = new ReplacedFile(target);
        file.requireWritable();
        try (AdvisoryDatabase open = database.open(workspace)) {
            open.verify();
            file.copyOf(open.file());
        }
        spec.commandLine().getOut().println(target);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
