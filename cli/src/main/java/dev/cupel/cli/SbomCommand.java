package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.Printable;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.inventory.InventorySource;
import dev.cupel.inventory.Stocktaking;
import dev.cupel.inventory.sbom.BillFormat;
import dev.cupel.inventory.sbom.BillOfMaterials;
import dev.cupel.inventory.sbom.ReadBill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel sbom`: the bill of materials of an image.
@Command(name = "sbom", description = "Write, attach or fetch an image's bill of materials.", abbreviateSynopsis = true)
final class SbomCommand implements Callable<Integer> {
    private static final int MOST_GAPS = 10;

    @Parameters(index = "0", paramLabel = "IMAGE", description = "The image; or sbom:FILE, a bill to convert (CycloneDX, SPDX or syft JSON).")
    private InventorySource source;

    @Option(names = "--format", paramLabel = "FORMAT", description = "cyclonedx (1.6) or spdx (2.3), both JSON (default: cyclonedx; with --fetch: whichever is newest).")
    private Optional<BillFormat> format = Optional.empty();

    @Option(names = "--files", description = "List the files of each component, too, and those of none.")
    private boolean files;

    @Option(names = "--attach", description = "Push the bill to the image's registry, as an OCI referrer of the image.")
    private boolean attach;

    @Option(names = "--fetch", description = "Write the newest bill that is attached to the image, whoever made it; exit code 5 if there is none.")
    private boolean fetch;

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
        if (fetch && (attach || files)) {
            throw new ParameterException(spec.commandLine(), "--fetch writes a bill as it is attached; leave " + (attach ? "--attach" : "--files") + " out");
        }
        Optional<ImageName> remote = attach || fetch ? Optional.of(new RegistryImage(attach ? "--attach" : "--fetch", spec).of(source)) : Optional.empty();
        output.requireWritable();
        try (TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            if (fetch) {
                return new AttachedBills(images.attachments(remote.orElseThrow()), progress, spec).fetch(platform.chosen(), format, output);
            }
            // Only what the registry itself has can be referred to there: an engine's copy of it may have another manifest.
            InventorySource from = remote.<InventorySource>map(name -> new InventorySource.OfImage(new ImageReference.InRegistry(name))).orElse(source);
            ReadBill read = new Stocktaking(images, workspace.memo(images.store()), platform.chosen()).of(from);
            // An attached bill is named by the digest alone, so that it is the same under whichever tag the image is asked for.
            String name = remote.map(it -> it.withDigest(read.digest().orElseThrow()).toString()).orElse(read.name());
            BillOfMaterials bill = new BillOfMaterials(name, read.digest(), read.created(), read.inventory(), files);
            BillFormat wanted = format.orElse(BillFormat.CYCLONEDX);
            String document = new String(wanted.write(bill), StandardCharsets.UTF_8) + "\n";
            progress.done();
            if (!attach || output.isGiven()) {
                output.print(spec, out -> out.print(document));
            }
            if (attach) {
                new AttachedBills(images.attachments(remote.orElseThrow()), progress, spec)
                        .attach(read.digest().orElseThrow(), wanted, document.getBytes(StandardCharsets.UTF_8), workspace.clock().instant());
            }
            bill.gaps().stream().limit(MOST_GAPS).forEach(gap -> spec.commandLine().getErr().println("  - " + Printable.of(gap)));
            return ExitCode.DONE;
        }
    }
}
