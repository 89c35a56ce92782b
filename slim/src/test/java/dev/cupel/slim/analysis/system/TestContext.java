package dev.cupel.slim.analysis.system;

import dev.cupel.image.ImagePath;
import dev.cupel.image.Platform;
import dev.cupel.image.manifest.HealthCheck;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.packages.InstalledPackages;
import dev.cupel.inventory.packages.MalformedPackageDatabase;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.closure.Closure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// An image for an analyzer to look at: a root, and the parts of the configuration that matter here.
public record TestContext(
        RootFs root,
        Mode mode,
        List<String> environment,
        List<String> entrypoint,
        List<String> command,
        Set<String> volumes,
        Optional<HealthCheck> healthCheck) {

    public static TestContext of(RootFs root) {
        return new TestContext(root, Mode.SAFE, List.of(), List.of(), List.of(), Set.of(), Optional.empty());
    }

    public TestContext in(Mode other) {
        return new TestContext(root, other, environment, entrypoint, command, volumes, healthCheck);
    }

    public TestContext with(String... variables) {
        return new TestContext(root, mode, List.of(variables), entrypoint, command, volumes, healthCheck);
    }

    public TestContext starting(List<String> newEntrypoint, List<String> newCommand) {
        return new TestContext(root, mode, environment, newEntrypoint, newCommand, volumes, healthCheck);
    }

    public TestContext checkedBy(HealthCheck check) {
        return new TestContext(root, mode, environment, entrypoint, command, volumes, Optional.of(check));
    }

    public TestContext withVolume(String volume) {
        return new TestContext(root, mode, environment, entrypoint, command, Set.of(volume), healthCheck);
    }

    public AnalysisContext context() throws IOException, MalformedPackageDatabase {
        ImageConfig config = new ImageConfig(
                new Platform("linux", "amd64", ""), "", "", environment, entrypoint, command, "/srv", new TreeSet<>(),
                new TreeSet<>(volumes), new TreeMap<>(), "", healthCheck, List.of(), List.of(), List.of(), List.of());
        return new AnalysisContext(root, config, InstalledPackages.in(root), mode);
    }

    /// Paths that the analyzer asks for because `path` is kept, as it spells them.
    public Set<String> needs(Analyzer analyzer, String path) throws IOException, MalformedPackageDatabase {
        return texts(analyzer.needs(root.at(ImagePath.of(path)).orElseThrow(), context()));
    }

    public Set<String> always(Analyzer analyzer) throws IOException, MalformedPackageDatabase {
        return texts(analyzer.always(context()));
    }

    /// The files and links that stay when all analyzers of this side have been asked.
    public Set<String> closure() throws IOException, MalformedPackageDatabase {
        return new Closure(SystemAnalyzers.all(), context(), _ -> false).over(List.of()).reasons().keySet().stream()
                .filter(path -> root.at(path).filter(node -> !node.entry().isDirectory()).isPresent())
                .map(ImagePath::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(List<Need> needs) {
        return needs.stream()
                .map(need -> need.path().text() + (need.depth() == Need.Depth.TREE ? "/**" : ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
