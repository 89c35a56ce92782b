package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.vulnerability.database.AdvisoryDatabase;
import dev.cupel.vulnerability.database.DatabaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which advisory database a command uses.
final class DatabaseOption {
    @Option(names = "--db", paramLabel = "FILE|DIR", description = "The advisory database (default: the one of this user).")
    private Optional<Path> place = Optional.empty();

    /// The file, whether it is there or not.
    Path file(Workspace workspace) {
        return place.map(DatabaseFile::at).orElseGet(workspace::database);
    }

    /// Whether a person named one.
    boolean isNamed() {
        return place.isPresent();
    }

    /// Whether to use one: somebody names it, or it is where it is if nobody does.
    boolean isWanted(Workspace workspace) {
        return place.isPresent() || Files.exists(workspace.database());
    }

    /// Opens it; that there is none is told with what to do.
    AdvisoryDatabase open(Workspace workspace) throws IOException {
        Path file = file(workspace);
        if (!Files.exists(file)) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "There is no advisory database at " + file + ": without one nothing can be said about vulnerabilities.",
                    "Get one with `cupel db update`, take files in with `cupel db import`, or name one with --db.");
        }
        return AdvisoryDatabase.open(file);
    }
}
