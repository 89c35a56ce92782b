package dev.cupel.cli;

import dev.cupel.cli.answer.Copied;
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
@Command(name = "copy", description = "Copy an image from one place to another.", abbreviateSynopsis = true,
        footer = {"", RunOptions.REPEATABLE})
final class CopyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SRC", description = "Where the image is.")
    private ImageReference source;

    @Parameters(index = "1", paramLabel = "DST", description = "Where it shall be.")
    private ImageReference target;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private PlatformOption platform;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    CopyCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        output.requireWritable();
        Images.requireWritable(target);
        try (TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            ResolvedImage resolved = images.resolve(source, platform.chosen());
            Written written = images.publish(resolved.image(), target, resolved.origin());
            progress.done();
            written.change().ifPresent(text -> spec.commandLine().getErr().println("  " + text));
            String digest = written.manifest().orElse(resolved.image().configBlob().digest()).toString();
            output.give(new Copied(written.reference(), digest, written.change().stream().toList()), spec);
            return ExitCode.DONE;
        }
    }
}
