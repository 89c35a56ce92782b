package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.python.EntryPoint;
import dev.cupel.inventory.python.PythonSource;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.PerImage;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a Python file needs: the other half of its byte code, what it imports, the rest of its distribution, the library of its
/// interpreter.
public final class PythonAnalyzer implements Analyzer {
    private final PerImage<PythonWorld> worlds = new PerImage<>(PythonWorld::of);

    @Override
    public String name() {
        return "python";
    }

    /// The modules that the start command and the environment name: `-m gunicorn`, `DJANGO_SETTINGS_MODULE=shop.settings`.
    @Override
    public List<Need> always(AnalysisContext context) throws IOException {
        PythonWorld world = worlds.of(context);
        return world.installations().isEmpty() ? List.of() : new StartedModules(world, context).needs();
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) throws IOException {
        if (kept.entry().isDirectory()) {
            return List.of();
        }
        PythonWorld world = worlds.of(context);
        if (world.installations().isEmpty()) {
            return List.of();
        }
        List<Need> needs = new ArrayList<>();
        ImagePath path = kept.path();
        needs.addAll(new Interpreters(world, context.root()).needs(path, context.mode()));
        if (kept.entry().isSymlink()) {
            return needs; // no use of anything: what it leads to stays by itself if somebody goes through it
        }
        ByteCode.othersOf(path, context.root()).forEach(other -> needs.add(needed(other, path, "other half")));
        if (!comesWithInterpreter(path, world, context)) {
            Optional<PythonSource> source = PythonTexts.of(kept, context.root());
            source.ifPresent(text -> needs.addAll(imports(path, text, world, context)));
        }
        Unit unit = world.units().get(path);
        if (unit != null && context.mode() != Mode.LEAN) {
            needs.addAll(coherent(path, unit, world));
        }
        return needs;
    }

    /// The standard library stays as a whole, so what its files import of it is known.
    private static boolean comesWithInterpreter(ImagePath path, PythonWorld world, AnalysisContext context) {
        return context.mode() != Mode.LEAN
                && world.libraryOf(path).filter(one -> !StandardLibrary.isByImport(one.library(), path)).isPresent();
    }

    private static List<Need> imports(ImagePath path, PythonSource source, PythonWorld world, AnalysisContext context) {
        PythonImports imports = new PythonImports(world, context.root(), path);
        boolean lean = context.mode() == Mode.LEAN;
        boolean library = world.libraryOf(path).isPresent();
        boolean own = !library && !world.units().containsKey(path);
        Stream<Need> imported = imports.imported(source, !own, own || !lean).stream().map(file -> needed(file, path, "import"));
        Set<ImagePath> names = library || isSetupHook(path) || (lean && !own) ? Set.of() : imports.named(source, own);
        return Stream.concat(imported, names.stream().map(file -> needed(file, path, "module named in the text"))).toList();
    }

    private static List<Need> coherent(ImagePath path, Unit unit, PythonWorld world) {
        if (!path.equals(unit.anchor())) {
            return countsAsUse(path)
                    ? List.of(Need.of(unit.anchor(), new Reason.Coherent(unit.name(), path)))
                    : List.of();
        }
        Stream<Need> whole = unit.files().stream()
                .filter(file -> !DeadInUnit.isDead(file, unit))
                .map(file -> Need.of(file, new Reason.Coherent(unit.name(), path)));
        Stream<Need> plugins = unit.modules().stream()
                .flatMap(module -> world.plugins().getOrDefault(module, List.of()).stream())
                .flatMap(plugin -> pluginFiles(plugin, unit, world));
        return Stream.concat(whole, plugins).toList();
    }

    private static Stream<Need> pluginFiles(EntryPoint plugin, Unit unit, PythonWorld world) {
        Reason reason = new Reason.NeededBy(unit.anchor(), "plugin \"%s\" for \"%s\"".formatted(plugin.name(), plugin.group()));
        return world.installationsFor(unit.anchor()).stream()
                .flatMap(one -> world.modules().find(plugin.module(), one.roots()).stream())
                .flatMap(found -> found.files().stream())
                .map(file -> Need.of(file, reason));
    }

    /// Descriptions are read of every distribution, and setuptools' own hook runs in every interpreter: neither is use.
    private static boolean countsAsUse(ImagePath path) {
        return !SiteUnits.isDescription(path) && !isSetupHook(path) && !DeadInUnit.isTest(path);
    }

    private static boolean isSetupHook(ImagePath path) {
        return path.text().contains("/_distutils_hack/");
    }

    private static Need needed(ImagePath file, ImagePath by, String how) {
        return Need.of(file, new Reason.NeededBy(by, how));
    }
}
