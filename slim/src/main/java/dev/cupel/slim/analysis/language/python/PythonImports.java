package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.python.PythonImport;
import dev.cupel.inventory.python.PythonSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// From what one text asks for to the files that answer.
record PythonImports(PythonWorld world, RootFs root, ImagePath file) {
    /// Packages that build, test or show other packages. Libraries import them inside functions that only their own
    /// developers call; an application's import of them counts like any other.
    private static final Set<String> DEVELOPMENT = Set.of(
            "setuptools", "pkg_resources", "distutils", "pip", "wheel", "pytest", "_pytest", "nose", "hypothesis", "sphinx", "Cython", "IPython",
            "mypy", "coverage", "docutils", "ipykernel", "black", "jupyter_core", "notebook");
    private static final Set<String> DEVELOPMENT_FOLDERS =
            Set.of("distutils", "testing", "test", "_testing", "f2py", "setuptools_ext.py", "pytest_plugin.py", "conftest.py");

    /// The modules that the text imports, those on any branch too; `library` is set for texts of installed packages.
    Set<ImagePath> imported(PythonSource source, boolean library, boolean nestedToo) {
        Set<ImagePath> files = new LinkedHashSet<>();
        for (PythonImport one : source.imports()) {
            if ((nestedToo || !one.nested()) && !(library && isForDevelopers(one))) {
                String base = absolute(one);
                files.addAll(find(base));
                for (String name : one.names()) {
                    findWhole(base.isEmpty() ? name : base + "." + name).ifPresent(files::addAll);
                }
            }
        }
        return files;
    }

    /// The modules that dotted literals name. A single word is too common to mean one, except where `singleWords` says that the
    /// text is the application's own: settings list their plugins so.
    Set<ImagePath> named(PythonSource source, boolean singleWords) {
        Set<ImagePath> files = new LinkedHashSet<>();
        for (String literal : source.literals()) {
            String module = literal.replaceFirst("[:(].*", "");
            boolean dotted = module.indexOf('.') > 0;
            if (dotted || singleWords) {
                find(module, dotted ? 2 : 1).stream().filter(file -> dotted || world.units().containsKey(file)).forEach(files::add);
            }
        }
        return files;
    }

    private boolean isForDevelopers(PythonImport one) {
        String top = one.module().replaceFirst("\\..*", "");
        return one.level() == 0
                && DEVELOPMENT.contains(top)
                && (one.nested() || file.components().stream().anyMatch(DEVELOPMENT_FOLDERS::contains));
    }

    private List<ImagePath> find(String name) {
        return find(name, 1);
    }

    private List<ImagePath> find(String name, int leastParts) {
        return lookUp(name)
                .filter(found -> found.parts() >= leastParts)
                .map(Modules.Found::files)
                .orElse(List.of());
    }

    private Optional<List<ImagePath>> findWhole(String name) {
        int parts = name.split("\\.").length;
        return name.endsWith("*")
                ? Optional.empty()
                : lookUp(name).filter(found -> found.parts() == parts).map(Modules.Found::files);
    }

    private Optional<Modules.Found> lookUp(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        for (Installation installation : world.installationsFor(file)) {
            List<ImagePath> roots = new ArrayList<>(List.of(ownRoot()));
            roots.addAll(installation.roots());
            Optional<Modules.Found> found = world.modules().find(name, roots);
            if (found.isPresent()) {
                return found;
            }
        }
        // Since Python 3.12 a hook of setuptools stands in for what the standard library gave up.
        return name.startsWith("distutils") ? lookUp("setuptools._" + name) : Optional.empty();
    }

    /// The absolute name of what a relative import asks for, as seen from the root that the file's package hangs on.
    private String absolute(PythonImport one) {
        if (one.level() == 0) {
            return one.module();
        }
        ImagePath folder = file.parent();
        for (int i = 1; i < one.level(); i++) {
            folder = folder.parent();
        }
        String base = String.join(".", folder.components().subList(
                Math.min(ownRoot().components().size(), folder.components().size()), folder.components().size()));
        return base.isEmpty() || one.module().isEmpty() ? base + one.module() : base + "." + one.module();
    }

    /// The folder that the file's outermost package lies in; for a script, its own.
    private ImagePath ownRoot() {
        ImagePath folder = file.parent();
        while (!folder.isRoot()
                && (root.at(folder.child("__init__.py")).isPresent() || root.at(folder.child("__init__.pyc")).isPresent())) {
            folder = folder.parent();
        }
        return folder;
    }
}
