package dev.cupel.cli;

import dev.cupel.cli.answer.Format;
import dev.cupel.cli.explorer.Explorer;
import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.cli.view.BillText;
import dev.cupel.cli.view.XrayText;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.file.ReplacedFile;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.inspect.gate.DiveRules;
import dev.cupel.inspect.gate.Gate;
import dev.cupel.inspect.gate.Ruling;
import dev.cupel.inspect.history.ReverseDockerfile;
import dev.cupel.inspect.xray.BillReport;
import dev.cupel.inspect.xray.XrayJson;
import dev.cupel.inspect.xray.XrayPage;
import dev.cupel.inspect.xray.XrayReport;
import dev.cupel.inspect.xray.XrayTree;
import dev.cupel.inventory.InventorySource;
import dev.cupel.inventory.Stocktaking;
import dev.cupel.inventory.sbom.ReadBill;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel xray`: what an image is made of, layer by layer, without running it.
@Command(name = "xray", description = "Show what an image is made of, layer by layer; an explorer.", abbreviateSynopsis = true)
final class XrayCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "IMAGE", description = "The image; or sbom:FILE, a bill of materials (CycloneDX, SPDX or syft JSON).")
    private InventorySource source;

    @Option(names = "--format", paramLabel = "FORMAT", completionCandidates = Choices.Formats.class,
            description = "text or json (default: an explorer on a terminal, text elsewhere).")
    private Format format = Format.TEXT;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write one page that needs nothing else.")
    private List<Path> html = List.of();

    @Option(names = "--dockerfile", description = "Print only the Dockerfile that the history still tells.")
    private boolean dockerfile;

    @Option(names = "--layers-only", description = "Look for no packages and no findings.")
    private boolean layersOnly;

    @Option(names = "--fail-on", paramLabel = "GATE", split = ",", description = "Exit with 1 if the image has or is this: " + Gate.SYNTAX_OF_LIMITS + ", or a kind of finding such as secret or setuid.")
    private List<Gate> failOn = List.of();

    @Mixin
    private OutputFile output;

    @Mixin
    private DiveOptions dive;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private PlatformOption platform;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    XrayCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        Optional<DiveRules> rules = dive.rules(spec);
        output.requireWritable();
        html.forEach(file -> new ReplacedFile(file).requireWritable());
        return switch (source) {
            case InventorySource.OfImage(var image) -> image(image, rules);
            case InventorySource.OfBill _ -> bill();
        };
    }

    private int image(ImageReference image, Optional<DiveRules> rules) throws IOException {
        try (TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            if (dockerfile && failOn.isEmpty() && html.isEmpty() && !dive.asked()) {
                String text = images.look(image, platform.chosen(), found -> ReverseDockerfile.of(found.image().config()).text());
                progress.done();
                output.print(spec, out -> out.print(text)); // no layer has to be looked into
                return ExitCode.DONE;
            }
            Looked looked = images.look(image, platform.chosen(), found -> look(new InspectedImage(found, workspace.memo(images.store())), image.toString()));
            progress.done();
            if (explores()) {
                new Explorer(looked.inspected().opened(), looked.inspected().story(), looked.report(), Path.of("").toAbsolutePath()).run();
                return ExitCode.DONE;
            }
            output.print(spec, out -> print(looked.report(), out));
            for (Path file : html) {
                String page = XrayPage.render(looked.report(), XrayTree.of(looked.inspected().story()));
                new ReplacedFile(file).write(out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
            }
            return judged(looked.report(), rules) ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    /// A bill has packages, and neither layers nor files.
    private int bill() throws IOException {
        if (dockerfile || layersOnly || !html.isEmpty() || dive.asked() || !failOn.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "of " + source + " only the packages are known; --dockerfile, --layers-only, --html, --ci and --fail-on need an image");
        }
        try (TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            ReadBill read = new Stocktaking(images, workspace.memo(images.store()), platform.chosen()).of(source);
            BillReport report = BillReport.of(new Version().getVersion()[0], source.toString(), read);
            progress.done();
            output.print(spec, out -> {
                if (format == Format.JSON) {
                    out.print(report.json());
                } else {
                    new BillText(report, out).print();
                }
            });
            return ExitCode.DONE;
        }
    }

    private record Looked(InspectedImage inspected, XrayReport report) {}

    private Looked look(InspectedImage inspected, String reference) throws IOException {
        boolean layers = layersOnly || explores();
        Looked looked = new Looked(inspected, layers ? inspected.layers(reference) : inspected.report(reference));
        if (explores() || !html.isEmpty()) {
            inspected.story();
        }
        return looked;
    }

    /// On a terminal, as long as nothing is asked for that an explorer does not give.
    private boolean explores() {
        boolean asked = dockerfile || output.isGiven() || dive.asked() || !failOn.isEmpty() || !html.isEmpty() || layersOnly || spec.commandLine().getParseResult().hasMatchedOption("--format");
        return !asked && workspace.onTerminal();
    }

    private void print(XrayReport report, PrintWriter out) {
        if (dockerfile) {
            out.print(report.dockerfile());
        } else if (format == Format.JSON) {
            out.print(new XrayJson().text(report));
        } else {
            new XrayText(report, out).print();
        }
    }

    private boolean judged(XrayReport report, Optional<DiveRules> rules) {
        List<Ruling> rulings = new ArrayList<>(rules.map(all -> all.judge(report.dive())).orElse(List.of()));
        failOn.forEach(gate -> rulings.add(gate.judge(report)));
        PrintWriter err = spec.commandLine().getErr();
        rulings.forEach(one -> err.println("  " + one.outcome() + ": " + one.rule() + ": " + one.told()));
        err.flush();
        return rulings.stream().noneMatch(Ruling::failed);
    }
}
