package dev.cupel.cli;

import dev.cupel.cli.answer.DatabaseStatus;
import dev.cupel.vulnerability.database.AdvisoryDatabase;
import dev.cupel.vulnerability.scan.DatabaseAge;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cupel db status`.
@Command(
        name = "status",
        description = "Show what the database has, from where and how old; exit code 1 if too old.",
        abbreviateSynopsis = true,
        footer = {"", "Both count: when it was had, and the date of its newest advisory."})
final class DbStatusCommand implements Callable<Integer> {
    @Option(names = "--max-age", paramLabel = "AGE", description = "12h, 7d, 2w: older is too old (default: 7d).")
    private Duration limit = DatabaseAge.USUAL_LIMIT;

    @Option(names = "--verify", description = "Also check every part against its checksum.")
    private boolean verify;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    DbStatusCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        output.requireWritable();
        try (AdvisoryDatabase open = database.open(workspace)) {
            if (verify) {
                open.verify();
            }
            DatabaseStatus status = DatabaseStatus.of(open, workspace.clock().instant(), limit);
            output.give(status, spec);
            return status.stale() ? ExitCode.REFUSED : ExitCode.DONE;
        }
    }
}
