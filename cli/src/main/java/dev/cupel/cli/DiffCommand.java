package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.cli.value.WantedPlatforms;
import dev.cupel.image.ImagePath;
import dev.cupel.image.Printable;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.file.ReplacedFile;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.inspect.diff.ContentDiff;
import dev.cupel.inspect.diff.DiffJson;
import dev.cupel.inspect.diff.DiffPage;
import dev.cupel.inspect.diff.PlatformsDiff;
import dev.cupel.vulnerability.comparison.VulnerabilityDiff;
import dev.cupel.vulnerability.database.AdvisoryDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(names = "--html", paramLabel = "FILE", description = "Also write one page that needs nothing else.")
    private List<Path> html = List.of();

    @Option(names = "--content", paramLabel = "PATH", description = "Print only how this text file differs, line by line.")
    private List<String> contents = List.of();

    @Option(names = "--fail-on", paramLabel = "KIND", split = ",",
            description = "Exit with 1 if there is: difference (more than a rebuild), config, file, package, package-added, package-removed, downgrade, licence, finding, setuid, secret, growth; with --vulnerabilities: vulnerability (one that is new).")
    private List<DiffDemand> failOn = List.of();

    @Option(names = "--vulnerabilities", description = "Also scan both with the advisory database: what was added, fixed, went with its code, is hidden.")
    private boolean vulnerabilities;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private OutputFile output;

    @Mixin
    private SourceOptions sources;

    @Option(names = "--platform", paramLabel = "OS/ARCH", description = "Of several images (default: this machine's). all: compare each that two indexes have.")
    private Optional<WantedPlatforms> platform = Optional.empty();

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
        boolean all = platform.filter(wanted -> wanted.one().isEmpty()).isPresent();
        if (all && !contents.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--content is for one platform; name it with --platform");
        }
        if (vulnerabilities && !contents.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--vulnerabilities is for two whole images");
        }
        if (!vulnerabilities && failOn.stream().anyMatch(DiffDemand::isOfVulnerabilities)) {
            throw new ParameterException(spec.commandLine(), "--fail-on vulnerability needs --vulnerabilities");
        }
        output.requireWritable();
        html.forEach(file -> new ReplacedFile(file).requireWritable());
        try (TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            ComparedImages both = new ComparedImages(images, workspace.memo(images.store()), a, b);
            Compared compared = all ? compareAll(both) : compare(both);
            progress.done();
            if (!contents.isEmpty()) {
                // A file gets what patch(1) can read; a terminal must not be steered by what an image holds.
                output.print(spec, out -> compared.lines().forEach(line -> out.println(output.isGiven() ? line : Printable.of(line))));
            } else if (compared.diff().isPresent()) {
                output.print(spec, out -> new DiffAnswer(compared.diff().get(), all, compared.vulnerabilities()).print(format, out));
            }
            for (Path file : compared.diff().isPresent() ? html : List.<Path>of()) {
                String page = DiffPage.render(compared.diff().get(), new DiffJson(compared.vulnerabilities()));
                new ReplacedFile(file).write(out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
            }
            return compared.diff().filter(diff -> !judged(diff, compared.vulnerabilities().values())).isPresent() ? ExitCode.REFUSED : ExitCode.DONE;
        }
    }

    /// @param lines of the contents that were asked for
    /// @param diff empty where only contents were asked for
    /// @param vulnerabilities by platform; empty where nobody asked for them
    private record Compared(List<String> lines, Optional<PlatformsDiff> diff, Map<String, VulnerabilityDiff> vulnerabilities) {}

    private Compared compareAll(ComparedImages both) throws IOException {
        Map<String, VulnerabilityDiff> scanned = new TreeMap<>();
        PlatformsDiff diff = both.byPlatform((name, one, other) -> {
            if (vulnerabilities) {
                scanned.put(name, scan(one, other));
            }
        });
        return new Compared(List.of(), Optional.of(diff), scanned);
    }

    private Compared compare(ComparedImages both) throws IOException {
        return both.look(platform.flatMap(WantedPlatforms::one).orElseGet(PlatformOption::ofThisMachine), (one, other) -> {
            List<String> lines = new ArrayList<>();
            ContentDiff diff = new ContentDiff(one.opened().root(), other.opened().root());
            for (String path : contents) {
                lines.addAll(diff.lines(ImagePath.of(path)));
            }
            boolean whole = contents.isEmpty() || !failOn.isEmpty() || !html.isEmpty();
            Optional<PlatformsDiff> compared = whole ? Optional.of(PlatformsDiff.of(both.report(one, other))) : Optional.empty();
            Map<String, VulnerabilityDiff> scanned = new TreeMap<>();
            if (vulnerabilities && compared.isPresent()) {
                scanned.put(compared.get().platforms().getFirst().platform(), scan(one, other));
            }
            return new Compared(lines, compared, scanned);
        });
    }

    private VulnerabilityDiff scan(InspectedImage one, InspectedImage other) throws IOException {
        try (AdvisoryDatabase open = database.open(workspace)) {
            return new VulnerabilityScans(open, workspace.clock().instant())
                    .compare(
                            new VulnerabilityScans.Subject(a.toString(), one.opened(), one.inventory()),
                            new VulnerabilityScans.Subject(b.toString(), other.opened(), other.inventory()));
        }
    }

    private boolean judged(PlatformsDiff diff, Collection<VulnerabilityDiff> scanned) {
        List<DiffDemand> refused = failOn.stream().filter(one -> one.refuses(diff, scanned)).toList();
        refused.forEach(gate -> spec.commandLine().getErr().println("  FAIL: " + gate.word()));
        spec.commandLine().getErr().flush();
        return refused.isEmpty();
    }
}
