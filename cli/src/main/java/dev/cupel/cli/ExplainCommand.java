package dev.cupel.cli;

import dev.cupel.cli.answer.Explained;
import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.ImagePath;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.exchange.ResolvedImage;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.slim.report.Explanation;
import dev.cupel.slim.report.ReportArchive;
import dev.cupel.slim.report.SlimReport;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel explain`: why a path of a slim image is there, or why not.
@Command(name = "explain", description = "Tell why a path stays in a slim image, or why it went.", abbreviateSynopsis = true,
        footer = {"", RunOptions.REPEATABLE})
final class ExplainCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "IMAGE", description = "The slim image.")
    private ImageReference image;

    @Parameters(index = "1", paramLabel = "PATH", description = "An absolute path in it.")
    private ImagePath path;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private PlatformOption platform;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    ExplainCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        output.requireWritable();
        try (Images images = sources.images(workspace.store(), Progress.silent())) {
            ResolvedImage resolved = images.resolve(image, platform.chosen());
            output.give(Explained.of(image.toString(), Explanation.of(path, reportOf(resolved))), spec);
            return ExitCode.DONE;
        }
    }

    private SlimReport reportOf(ResolvedImage resolved) throws IOException {
        ReportArchive reports = workspace.reports();
        Optional<SlimReport> report = reports.find(resolved.image().manifest().digest());
        return report.isPresent()
                ? report.get()
                : reports.find(resolved.image().configBlob().digest())
                        .orElseThrow(() -> new CupelException(
                                Fault.INPUT,
                                "Nothing is known about " + image + ": it was not made by `cupel slim` on this machine.",
                                "Slim the original here, then ask about the result."));
    }
}
