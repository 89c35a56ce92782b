package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.exchange.ResolvedImage;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.sink.Written;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel copy`: an image from one place to another, digests kept byte for byte wherever the place can hold them.
@Command(name = "copy", description = "Copy an image from one place to another.", mixinStandardHelpOptions = true)
final class CopyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SRC", description = "Where the image is.")
    private String source;

    @Parameters(index = "1", paramLabel = "DST", description = "Where it shall be.")
    private String target;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private PlatformOption platform;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    CopyCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        ImageReference from = Images.parse(source);
        ImageReference to = Images.parse(target);
        try (TerminalProgress progress = TerminalProgress.on(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            ResolvedImage resolved = images.resolve(from, platform.chosen(spec));
            Written written = images.publish(resolved.image(), to, resolved.origin());
            progress.done();
            written.change().ifPresent(text -> spec.commandLine().getErr().println("  " + text));
            spec.commandLine()
                    .getOut()
                    .println(written.reference() + " " + written.manifest().orElse(resolved.image().configBlob().digest()));
            return ExitCode.DONE;
        }
    }
}
