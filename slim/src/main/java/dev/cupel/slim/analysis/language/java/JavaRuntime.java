package dev.cupel.slim.analysis.language.java;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One Java runtime, of which the launcher's `jvm.cfg` stands for the whole.
record JavaRuntime(ImagePath home, AnalysisContext context) {
    private static final Set<String> CORE = Set.of("java", "modules", "rt.jar", "jspawnhelper");

    List<Need> needs(ImagePath path) {
        Reason reason = new Reason.Coherent("Java runtime " + home, path);
        if (!path.name().equals("jvm.cfg")) {
            return CORE.contains(path.name()) || path.name().endsWith(".so")
                    ? files().filter(node -> node.path().name().equals("jvm.cfg")).map(node -> Need.of(node.path(), reason)).toList()
                    : List.of();
        }
        DeadInJavaHome dead = new DeadInJavaHome(home, context.config().variable("DISPLAY").isPresent());
        List<Need> needs = new ArrayList<>();
        files().filter(node -> !dead.isDead(node.path()))
                .filter(node -> context.mode() != Mode.LEAN || !isForOperators(node.path()))
                // Distributions keep settings and certificates elsewhere, behind links to whole folders.
                .map(node -> node.entry().isSymlink() ? Need.tree(node.path(), reason) : Need.of(node.path(), reason))
                .forEach(needs::add);
        otherNames().forEach(link -> needs.add(Need.of(link, new Reason.NeededBy(path, "another name of the runtime"))));
        needs.addAll(Fonts.needs(root(), path));
        return needs;
    }

    private Stream<Node> files() {
        return root().walk(home).filter(node -> !node.entry().isDirectory());
    }

    /// Links beside the folder, such as `default-java`, by which scripts and JAVA_HOME find it.
    private Stream<ImagePath> otherNames() {
        return root().children(home.parent()).stream()
                .filter(node -> node.entry().isSymlink())
                .map(Node::path)
                .filter(link -> root().follow(link) instanceof Resolution.Found(Node target, var _) && target.path().equals(home));
    }

    private boolean isForOperators(ImagePath path) {
        boolean tool = path.parent().equals(home.child("bin")) && !path.name().equals("java");
        return tool || path.name().equals("classes_nocoops.jsa");
    }

    private RootFs root() {
        return context.root();
    }
}
