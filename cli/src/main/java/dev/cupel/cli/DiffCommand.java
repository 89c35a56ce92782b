package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.cli.view.DiffMarkdown;
import dev.cupel.cli.view.DiffText;
import dev.cupel.image.ImagePath;
import dev.cupel.image.Printable;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.store.Memo;
import dev.cupel.inspect.diff.ContentDiff;
import dev.cupel.inspect.diff.DiffGate;
import dev.cupel.inspect.diff.DiffJson;
import dev.cupel.inspect.diff.DiffReport;
import dev.cupel.inspect.diff.ImageDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel diff`: how two images differ, and whether that is more than a rebuild.
@Command(name = "diff", description = "Tell how two images differ, and whether it is only a rebuild.", abbreviateSynopsis = true)
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "The image to compare with.")
    private ImageReference a;

    @Parameters(index = "1", paramLabel = "B", description = "The image that is told about.")
    private ImageReference b;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or markdown (default: text).")
    private Format format = Format.TEXT;

    @Option(names = "--content", paramLabel = "PATH", description = "Print only how this text file differs, line by line.")
    private List<String> contents = List.of();

    @Option(names = "--fail-on", paramLabel = "KIND", split = ",",
            description = "Exit with 1 if there is: difference (more than a rebuild), config, file, package, package-added, package-removed, downgrade, licence, finding, setuid, secret, growth.")
    private List<DiffGate> failOn = List.of();

    @Mixin
    private OutputFile output;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private PlatformOption platform;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    DiffCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What goes to standard output.
    enum Format {
        TEXT,
        JSON,
        MARKDOWN
    }

    @Override
    public Integer call() throws IOException {
        output.requireWritable();
        try (TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            Memo memo = workspace.memo(images.store());
            Compared compared = images.look(a, platform.chosen(), before ->
                    images.look(b, platform.chosen(), after -> compare(new InspectedImage(before, memo), new InspectedImage(after, memo))));
            progress.done();
            if (!contents.isEmpty()) {
                // A file gets what patch(1) can read; a terminal must not be steered by what an image holds.
                output.print(spec, out -> compared.lines().forEach(line -> out.println(output.isGiven() ? line : Printable.of(line))));
            } else if (compared.report().isPresent()) {
                output.print(spec, out -> print(compared.report().get(), out));
            }
            return compared.report().filter(report -> !judged(report)).isPresent() ? ExitCode.REFUSED : ExitCode.DONE;
        }
    }

    /// @param lines of the contents that were asked for
    /// @param report empty where only contents were asked for
    private record Compared(List<String> lines, Optional<DiffReport> report) {}

    private Compared compare(InspectedImage one, InspectedImage other) throws IOException {
        List<String> lines = new ArrayList<>();
        ContentDiff diff = new ContentDiff(one.opened().root(), other.opened().root());
        for (String path : contents) {
            lines.addAll(diff.lines(ImagePath.of(path)));
        }
        boolean all = contents.isEmpty() || !failOn.isEmpty();
        return new Compared(lines, all ? Optional.of(new ImageDiff(one.side(a.toString()), other.side(b.toString())).report()) : Optional.empty());
    }

    private void print(DiffReport report, PrintWriter out) {
        switch (format) {
            case TEXT -> new DiffText(report, out).print();
            case MARKDOWN -> new DiffMarkdown(report, out).print();
            case JSON -> out.print(new DiffJson().text(report));
        }
    }

    private boolean judged(DiffReport report) {
        List<DiffGate> refused = failOn.stream().filter(gate -> gate.refuses(report)).toList();
        refused.forEach(gate -> spec.commandLine().getErr().println("  FAIL: " + gate.word()));
        spec.commandLine().getErr().flush();
        return refused.isEmpty();
    }
}
