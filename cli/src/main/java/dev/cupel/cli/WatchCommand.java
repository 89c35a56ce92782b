package dev.cupel.cli;

import dev.cupel.cli.answer.WatchNews;
import dev.cupel.image.file.Turn;
import dev.cupel.vulnerability.channel.Channel;
import dev.cupel.vulnerability.channel.Undelivered;
import dev.cupel.vulnerability.database.AdvisoryDatabase;
import dev.cupel.vulnerability.scan.DatabaseAge;
import dev.cupel.vulnerability.scan.Scan;
import dev.cupel.vulnerability.watch.Watch;
import dev.cupel.vulnerability.watch.WatchOutcome;
import dev.cupel.vulnerability.watch.WatchReport;
import dev.cupel.vulnerability.watch.Watchlist;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `cupel watch`: what a newer database says about images that are known, without reading them again.
@Command(
        name = "watch",
        description = "Hold known images against a newer database; tell what changed.",
        synopsisHeading = "Usage: ",
        customSynopsis = {"cupel watch [OPTIONS]", "       cupel watch add|ls|rm|metrics"},
        footer = {
            "",
            "cupel scan remembers images that it scans by name. Made for cron: exit code 1",
            "if anything is new or worse; nothing goes out if nothing changed; what did not",
            "arrive (exit code 3) is told again. Secrets may stand in the environment:",
            "CUPEL_WEBHOOK_URL, CUPEL_SLACK_URL, CUPEL_SMTP_PASSWORD."
        })
final class WatchCommand implements Callable<Integer> {
    @Option(names = "--force", description = "Look even if this database was asked before.")
    private boolean force;

    @Option(names = "--fail-on", paramLabel = "KIND", split = ",", description = "Exit with 1 on new, worse, fixed, gone, any (default: new,worse).",
            completionCandidates = Choices.Changes.class)
    private List<WatchGate> gates = List.of(WatchGate.NEW, WatchGate.WORSE);

    @Option(names = "--max-age", paramLabel = "AGE", description = "Warn of a database older than 12h, 7d, 2w (default: 7d).")
    private Duration limit = DatabaseAge.USUAL_LIMIT;

    @Mixin
    private PolicyOptions policy;

    @Mixin
    private ChannelOptions channels;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    WatchCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        output.requireWritable();
        PolicyOptions.Decided decided = policy.read(workspace.clock().instant());
        switch (decided.attached()) {
            case NO -> {}
            case WHERE_IT_CAN -> spec.commandLine().getErr().println("cupel: The policy counts on attached VEX, which watch does not read: it reads no image.");
            case DEMANDED -> throw new ParameterException(spec.commandLine(), "what is attached to images only cupel scan reads; watch reads no image");
        }
        Watchlist list = workspace.watchlist(spec.commandLine().getErr());
        try (Turn _ = list.turn();
                Outgoing outgoing = new Outgoing(workspace.environment());
                AdvisoryDatabase open = database.open(workspace)) {
            List<Channel> ways = channels.open(outgoing, workspace.environment(), spec);
            WatchOutcome outcome = new Watch(list, new Scan(open, Version.number(), workspace.clock().instant(), limit), decided.decisions()::apply).look(force);
            output.give(new WatchNews(outcome.report()), spec);
            if (!carried(outcome.report(), ways)) {
                return ExitCode.ENVIRONMENT;
            }
            list.advance(outcome);
            return gates.stream().anyMatch(gate -> gate.closes(outcome.report())) ? ExitCode.REFUSED : ExitCode.DONE;
        }
    }

    /// Whether all who are to know do.
    private boolean carried(WatchReport report, List<Channel> ways) {
        boolean all = true;
        for (Channel way : report.news().isEmpty() ? List.<Channel>of() : ways) {
            try {
                way.carry(report);
            } catch (Undelivered e) {
                all = false;
                spec.commandLine().getErr().println("cupel: " + e.getMessage() + " The next call tells all of this again.");
            }
        }
        return all;
    }
}
