package dev.cupel.cli;

import dev.cupel.vulnerability.metrics.PrometheusText;
import dev.cupel.vulnerability.metrics.WatchMetrics;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cupel watch metrics`.
@Command(
        name = "metrics",
        description = "Tell how long findings stay, and whose images are in order.",
        abbreviateSynopsis = true,
        footer = {"", "Images of one name and several tags are one line; its newest image counts.", "Figures are of the last cupel watch."})
final class WatchMetricsCommand implements Callable<Integer> {
    /// How metrics are written.
    enum Format {
        JSON,
        PROMETHEUS
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "json or prometheus (default: json).", completionCandidates = Choices.MetricsFormats.class)
    private Format format = Format.JSON;

    @Option(names = "--label", paramLabel = "KEY", description = "The label that says whose an image is (default: team).")
    private String label = "team";

    @Mixin
    private OutputFile output;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    WatchMetricsCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        output.requireWritable();
        WatchMetrics metrics = WatchMetrics.of(workspace.watchlist(spec.commandLine().getErr()), label, workspace.clock().instant());
        String text = switch (format) {
            case JSON -> metrics.json();
            case PROMETHEUS -> PrometheusText.of(metrics);
        };
        output.print(spec, out -> out.print(text));
        return ExitCode.DONE;
    }
}
