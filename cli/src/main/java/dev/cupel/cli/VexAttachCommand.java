package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.registry.transfer.Attachments;
import dev.cupel.inventory.InventorySource;
import dev.cupel.vulnerability.vex.MalformedVex;
import dev.cupel.vulnerability.vex.VexFile;
import dev.cupel.vulnerability.vex.VexFormat;
import dev.cupel.vulnerability.vex.VexReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel vex attach`.
@Command(name = "attach", description = "Push a document to an image's registry, as an OCI referrer of the image.", abbreviateSynopsis = true)
final class VexAttachCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "IMAGE", description = "The image in its registry; of several for platforms all, unless a digest names one.")
    private ImageReference image;

    @Parameters(index = "1", paramLabel = "FILE", description = "OpenVEX, CSAF 2 or CycloneDX.")
    private Path file = Path.of("");

    @Mixin
    private SourceOptions sources;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    VexAttachCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        ImageName name = new RegistryImage("vex attach", spec).of(new InventorySource.OfImage(image));
        byte[] document;
        VexFormat format;
        try {
            document = new VexFile(file).content();
            format = VexReader.format(document, file.toString());
        } catch (MalformedVex e) {
            throw new CupelException(Fault.INPUT, "Cannot attach " + file + ": " + e.getMessage() + ".", "Name an OpenVEX, CSAF 2 or CycloneDX document.", e);
        }
        try (TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            Attachments attachments = images.attachments(name);
            Digest subject = attachments.top();
            Attachments.Attached attached = attachments.attach(subject, format.mediaType(), document, workspace.clock().instant());
            progress.done();
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "%s %s (%d bytes) to %s as %s%n",
                    attached.fresh() ? "attached" : "was attached already:", format, document.length, name.withDigest(subject), attached.place());
            out.flush();
            return ExitCode.DONE;
        }
    }
}
