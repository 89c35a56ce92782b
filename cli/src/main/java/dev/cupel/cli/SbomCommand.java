package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.Printable;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.source.FoundImage;
import dev.cupel.image.store.Memo;
import dev.cupel.inventory.Inventories;
import dev.cupel.inventory.sbom.BillOfMaterials;
import dev.cupel.inventory.sbom.CycloneDx;
import dev.cupel.inventory.sbom.Spdx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel sbom`: the bill of materials of an image.
@Command(name = "sbom", description = "Write an image's bill of materials.", abbreviateSynopsis = true)
final class SbomCommand implements Callable<Integer> {
    private static final int MOST_GAPS = 10;

    /// The formats, by the names that users give them.
    enum Format {
        CYCLONEDX,
        SPDX
    }

    @Parameters(index = "0", paramLabel = "IMAGE", description = "The image.")
    private ImageReference image;

    @Option(names = "--format", description = "cyclonedx (1.6) or spdx (2.3), both JSON (default: cyclonedx).", defaultValue = "cyclonedx")
    private Format format;

    @Option(names = "--files", description = "List the files of each component, too, and those of none.")
    private boolean files;

    @Mixin
    private OutputFile output;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private PlatformOption platform;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    SbomCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        output.requireWritable();
        try (TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            BillOfMaterials bill = images.look(image, platform.chosen(), found -> bill(found, workspace.memo(images.store())));
            progress.done();
            byte[] document = format == Format.SPDX ? new Spdx(bill).json() : new CycloneDx(bill).json();
            output.print(spec, out -> out.println(new String(document, StandardCharsets.UTF_8)));
            bill.gaps().stream().limit(MOST_GAPS).forEach(gap -> spec.commandLine().getErr().println("  - " + Printable.of(gap)));
            return ExitCode.DONE;
        }
    }

    private BillOfMaterials bill(FoundImage found, Memo memo) throws IOException {
        Image it = found.image();
        return new BillOfMaterials(image.toString(), it.manifest().digest(), it.config().created(), new Inventories(memo).of(found), files);
    }
}
