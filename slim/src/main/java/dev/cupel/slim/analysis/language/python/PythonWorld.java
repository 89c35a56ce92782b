package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.inventory.python.EntryPoint;
import dev.cupel.slim.analysis.AnalysisContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything about Python in one image that does not depend on what is kept.
///
/// @param installations the first is the one that `python3` means
/// @param units by each of their files
/// @param plugins modules that distributions offer, by the first part of the entry point group: whose plugin they are
/// @param environments folders of virtual environments
record PythonWorld(
        List<Installation> installations,
        Modules modules,
        Map<ImagePath, Unit> units,
        Map<String, List<EntryPoint>> plugins,
        List<ImagePath> environments) {
    /// Groups that only tools for building and testing read, or that become programs.
    private static final Set<String> NO_PLUGINS =
            Set.of("console_scripts", "gui_scripts", "distutils", "setuptools", "egg_info", "pytest11", "virtualenv");

    static PythonWorld of(AnalysisContext context) throws IOException {
        Landmarks landmarks = Landmarks.of(context.root());
        Map<ImagePath, Unit> units = new HashMap<>();
        Map<String, List<EntryPoint>> plugins = new HashMap<>();
        for (ImagePath site : landmarks.sites()) {
            for (Unit unit : new SiteUnits(context.root(), context.packages(), site).all()) {
                unit.files().forEach(file -> units.putIfAbsent(file, unit));
                unit.entryPoints().stream()
                        .filter(point -> !NO_PLUGINS.contains(head(point.group())))
                        .forEach(point -> plugins.computeIfAbsent(head(point.group()), _ -> new ArrayList<>()).add(point));
            }
        }
        List<Installation> installations = new Installations(
                        context.root(), landmarks, realFolders(context, "PATH"), realFolders(context, "PYTHONPATH"))
                .all();
        return new PythonWorld(
                installations, new Modules(context.root(), landmarks.natives()), units, plugins, landmarks.environments());
    }

    /// The installations whose modules a file may mean, the likeliest first.
    List<Installation> installationsFor(ImagePath file) {
        List<Installation> own = installations.stream()
                .filter(one -> file.isWithin(one.library()) || one.roots().stream().anyMatch(file::isWithin))
                .toList();
        return own.isEmpty() ? installations : own;
    }

    Optional<Installation> libraryOf(ImagePath file) {
        return installations.stream()
                .filter(one -> file.isWithin(one.library()) && !units.containsKey(file) && !isInSite(file))
                .findFirst();
    }

    private static boolean isInSite(ImagePath file) {
        return file.text().contains("/site-packages/") || file.text().contains("/dist-packages/");
    }

    private static String head(String group) {
        int dot = group.indexOf('.');
        return dot < 0 ? group : group.substring(0, dot);
    }

    private static List<ImagePath> realFolders(AnalysisContext context, String variable) {
        return Stream.of(context.config().variable(variable).orElse("").split(":"))
                .filter(folder -> folder.startsWith("/") && folder.indexOf('\0') < 0)
                .map(folder -> context.root().follow(ImagePath.of(folder)))
                .mapMulti((Resolution resolution, java.util.function.Consumer<ImagePath> out) -> {
                    if (resolution instanceof Resolution.Found(Node node, var _)) {
                        out.accept(node.path());
                    }
                })
                .distinct()
                .toList();
    }
}
