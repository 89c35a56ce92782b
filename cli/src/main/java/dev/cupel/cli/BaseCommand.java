package dev.cupel.cli;

import dev.cupel.cli.answer.Format;
import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.cli.view.BaseText;
import dev.cupel.image.Digest;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.source.FoundImage;
import dev.cupel.image.store.KnownImages;
import dev.cupel.inspect.base.BaseCheck;
import dev.cupel.inspect.base.BaseJson;
import dev.cupel.inspect.base.BaseView;
import dev.cupel.inspect.base.KnownBase;
import dev.cupel.inspect.xray.XrayReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel base`: the base image of an image, and which smaller one would do.
@Command(name = "base", description = "Tell an image's base image, and which smaller one would do.", abbreviateSynopsis = true)
final class BaseCommand implements Callable<Integer> {
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(30);

    @Parameters(index = "0", paramLabel = "IMAGE", description = "The image.")
    private ImageReference image;

    @Option(names = "--check", description = "Ask the registry of the base image how far it is behind; without it no registry is asked about the base.")
    private boolean check;

    @Option(names = "--format", paramLabel = "FORMAT", completionCandidates = Choices.Formats.class, description = "text or json (default: text).")
    private Format format = Format.TEXT;

    @Mixin
    private OutputFile output;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private PlatformOption platform;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    BaseCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        output.requireWritable();
        try (TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            BaseView view = images.look(image, platform.chosen(), found -> view(found, images));
            progress.done();
            output.print(spec, out -> print(view, out));
            return ExitCode.DONE;
        }
    }

    private BaseView view(FoundImage found, Images images) throws IOException {
        InspectedImage inspected = new InspectedImage(found, workspace.memo(images.store()));
        XrayReport report = inspected.report(image.toString());
        List<Digest> layers = found.image().config().diffIds();
        XrayReport.BaseRow base = new KnownBase(new KnownImages(images.store()).all()).of(layers, report.base());
        BaseView view = BaseView.of(inspected.opened(), inspected.inventory(), report.on(base), Instant.now());
        return check ? view.with(new BaseCheck(images, found.image().config().platform(), LONGEST_CHECK).of(view, layers)) : view;
    }

    private void print(BaseView view, PrintWriter out) {
        if (format == Format.JSON) {
            out.print(new BaseJson().text(view));
        } else {
            new BaseText(view, out).print();
        }
    }
}
