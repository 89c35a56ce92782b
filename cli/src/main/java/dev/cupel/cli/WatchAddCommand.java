package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.exchange.Images;
import dev.cupel.inventory.InventorySource;
import dev.cupel.vulnerability.database.AdvisoryDatabase;
import dev.cupel.vulnerability.scan.DatabaseAge;
import dev.cupel.vulnerability.scan.Scan;
import dev.cupel.vulnerability.watch.WatchedImage;
import dev.cupel.vulnerability.watch.Watchlist;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel watch add`.
@Command(
        name = "add",
        description = "Remember what is in images, to hold it against newer databases.",
        abbreviateSynopsis = true,
        footer = {"", "What the database says today counts as told; without one, what it says first."})
final class WatchAddCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "Images, dir:PATH, sbom:FILE; another image of a known name takes its place.")
    private List<InventorySource> sources = new ArrayList<>();

    @Option(names = "--label", paramLabel = "KEY=VALUE", description = "Besides the image's own, such as team=shop; repeatable.")
    private Map<String, String> labels = new TreeMap<>();

    @Mixin
    private DatabaseOption database;

    @Mixin
    private SourceOptions options;

    @Mixin
    private PlatformOption platform;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    WatchAddCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Watchlist list = workspace.watchlist(spec.commandLine().getErr());
        Instant now = workspace.clock().instant();
        try (TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = options.images(workspace.store(), progress)) {
            for (InventorySource source : sources) {
                String name = new ScanSubjects(images, workspace.memo(images.store()), (_, _) -> KnownUse.NONE, platform.chosen())
                        .look(source, subject -> remember(subject, list, now));
                progress.done();
                out.println(name);
                out.flush();
            }
        }
        return ExitCode.DONE;
    }

    private String remember(ScanSubject subject, Watchlist list, Instant now) throws IOException {
        WatchedImage image = subject.watched(labels, now);
        if (!Files.exists(database.file(workspace))) {
            list.remember(image);
            return subject.name().name();
        }
        try (AdvisoryDatabase open = database.open(workspace)) {
            list.remember(image, new Scan(open, Version.number(), now, DatabaseAge.USUAL_LIMIT).of(subject.inventory(), subject.circumstances()));
        }
        return subject.name().name();
    }
}
