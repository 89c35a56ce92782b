package dev.cupel.slim.analysis.application;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Trees that stand in an application's folders but are somebody else's: installed packages, virtual environments, whole
/// language runtimes and build tools. The languages' own rules know which parts of them are used.
record ForeignTrees(SortedSet<ImagePath> trees) {
    private static final long LARGEST_SCRIPT = 1 << 20;
    private static final Set<String> PACKAGES = Set.of("node_modules", "site-packages", "dist-packages");
    /// Programs beside which a `bin` folder makes its parent a runtime or a build tool.
    private static final Set<String> RUNTIMES = Set.of(
            "java", "javac", "node", "python3", "ruby", "php", "perl", "go", "mvn", "gradle", "ant", "sbt", "cargo", "rustc", "dotnet",
            "conda");

    ForeignTrees {
        trees = Collections.unmodifiableSortedSet(new TreeSet<>(trees));
    }

    /// Looks below `folders` and, because runtimes are unpacked there too, below `/usr/local`.
    static ForeignTrees in(RootFs root, SortedSet<ImagePath> folders) {
        SortedSet<ImagePath> trees = new TreeSet<>();
        folders.forEach(folder -> root.walk(folder).forEach(node -> look(node, root, trees)));
        root.walk(ImagePath.of("/usr/local")).forEach(node -> look(node, root, trees));
        // A runtime that was unpacked straight into the application's folder would swallow the application.
        trees.removeAll(folders.stream()
                .filter(folder -> !PACKAGES.contains(folder.name()) && !isRuntimeOnly(folder, root))
                .toList());
        return new ForeignTrees(trees);
    }

    boolean contain(ImagePath path) {
        for (ImagePath above = path; !above.isRoot(); above = above.parent()) {
            if (trees.contains(above)) {
                return true;
            }
        }
        return false;
    }

    private static void look(Node node, RootFs root, SortedSet<ImagePath> trees) {
        ImagePath path = node.path();
        String name = path.name();
        if (node.entry().isDirectory()) {
            if (PACKAGES.contains(name)) {
                trees.add(path);
            }
        } else if (name.equals("pyvenv.cfg")) {
            trees.add(path.parent());
        } else if (name.equals("installed.json") && path.parent().name().equals("composer")) {
            trees.add(path.parent().parent());
        } else if (name.endsWith(".gemspec") && path.parent().name().equals("specifications")) {
            trees.add(path.parent().parent());
        } else if (RUNTIMES.contains(name) && path.parent().name().equals("bin") && hasLibrary(path.parent().parent(), root)) {
            addRuntime(path.parent().parent(), path, root, trees);
        }
    }

    /// Below `/usr/local` a runtime shares its folders with others: its libraries, headers and programs are its own, scripts
    /// beside them may be anybody's.
    private static void addRuntime(ImagePath prefix, ImagePath program, RootFs root, SortedSet<ImagePath> trees) {
        if (!FolderCandidates.SYSTEM.contains(prefix.text())) {
            trees.add(prefix);
            return;
        }
        for (String shared : List.of("lib", "include", "share", "man")) {
            trees.add(prefix.child(shared));
        }
        root.children(program.parent()).stream()
                .filter(node -> node.entry().isFile() && node.entry().sizeBytes() > LARGEST_SCRIPT)
                .filter(node -> node.layer() == root.at(program).map(Node::layer).orElse(-1))
                .forEach(node -> trees.add(node.path()));
        trees.add(program);
    }

    private static boolean hasLibrary(ImagePath prefix, RootFs root) {
        return root.at(prefix.child("lib")).isPresent() || root.at(prefix.child("pkg")).isPresent() || root.at(prefix.child("shared")).isPresent();
    }

    /// What every runtime's archive has at its top and hardly an application.
    private static boolean isRuntimeOnly(ImagePath folder, RootFs root) {
        return root.at(folder.child("pyvenv.cfg")).isPresent()
                || root.at(folder.child("release")).isPresent()
                || root.at(folder.child("conda-meta")).isPresent()
                || root.at(folder.child("include")).isPresent()
                || root.at(folder.child("VERSION")).isPresent()
                || root.at(folder.child("boot")).isPresent()
                || root.at(folder.child("specifications")).isPresent();
    }
}
