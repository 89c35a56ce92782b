package dev.cupel.slim.analysis.system.skeleton;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Keeps the directories of the image, with owner and mode: programs make files, sockets and locks in them, and change into
/// them. Two kinds do not stay for themselves. Folders of documentation serve nobody. And in the trees that interpreters search
/// for modules an emptied folder is not harmless: Python takes it for a namespace package, so that `import x` succeeds where the
/// program counts on its failing. An empty one that the image's author made stays even there.
public final class DirectoryAnalyzer implements Analyzer {
    private static final Reason REASON = new Reason.Rule("directories", "a directory of the image, kept empty");

    private static final Pattern SEARCHED = Pattern.compile(
            ".*/(?:site-packages|dist-packages|node_modules|python[23][.0-9]*|perl5?|ruby|gems|php|erlang|ghc)(?:/.*)?");

    private static final List<ImagePath> DOCUMENTATION = List.of(
            ImagePath.of("/usr/share/doc"),
            ImagePath.of("/usr/share/man"),
            ImagePath.of("/usr/share/locale"),
            ImagePath.of("/usr/share/help"),
            ImagePath.of("/usr/share/info"),
            ImagePath.of("/usr/share/lintian"),
            ImagePath.of("/usr/share/icons"),
            ImagePath.of("/usr/include"),
            ImagePath.of("/usr/local/share/man"),
            ImagePath.of("/usr/src"));

    @Override
    public String name() {
        return "directories";
    }

    @Override
    public List<Need> always(AnalysisContext context) {
        List<Node> nodes = context.root().walk().toList();
        Set<ImagePath> holding = new HashSet<>();
        for (Node node : nodes) {
            if (!node.entry().isDirectory()) {
                markAncestors(node.path(), holding);
            }
        }
        List<Need> needs = new ArrayList<>();
        for (Node node : nodes) {
            if (node.entry().isDirectory() && staysAlone(node.path(), holding)) {
                needs.add(Need.of(node.path(), REASON));
            }
        }
        return needs;
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) {
        return List.of();
    }

    private static void markAncestors(ImagePath path, Set<ImagePath> holding) {
        ImagePath above = path.parent();
        while (holding.add(above) && !above.isRoot()) {
            above = above.parent();
        }
    }

    private static boolean staysAlone(ImagePath path, Set<ImagePath> holding) {
        boolean documentation = DOCUMENTATION.stream().anyMatch(folder -> path.isWithin(folder) && !path.equals(folder));
        return !documentation && (!holding.contains(path) || !SEARCHED.matcher(path.text()).matches());
    }
}
