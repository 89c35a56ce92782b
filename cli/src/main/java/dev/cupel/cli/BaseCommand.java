package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.cli.view.BaseText;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.inspect.base.BaseView;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel base`: the base image of an image, and which smaller one would do.
@Command(name = "base", description = "Tell an image's base image, and which smaller one would do.", abbreviateSynopsis = true)
final class BaseCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "IMAGE", description = "The image.")
    private ImageReference image;

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
            BaseView view = images.look(image, platform.chosen(), found -> view(new InspectedImage(found, workspace.memo(images.store()))));
            progress.done();
            output.print(spec, out -> new BaseText(image.toString(), view, out).print());
            return ExitCode.DONE;
        }
    }

    private BaseView view(InspectedImage inspected) throws IOException {
        return BaseView.of(inspected.opened(), inspected.report(image.toString()), Instant.now());
    }
}
