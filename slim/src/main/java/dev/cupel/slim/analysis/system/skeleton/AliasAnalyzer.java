package dev.cupel.slim.analysis.system.skeleton;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.PerImage;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps every other name of what is kept: symbolic links that lead there, busybox's applets, the alternatives system's names.
/// A link weighs nothing, and `python` beside `python3` is what scripts call.
public final class AliasAnalyzer implements Analyzer {
    private final PerImage<Map<ImagePath, List<ImagePath>>> links = new PerImage<>(context -> linksByTarget(context.root()));

    @Override
    public String name() {
        return "aliases";
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) throws IOException {
        if (context.mode() == Mode.LEAN) {
            return List.of();
        }
        Reason reason = new Reason.NeededBy(kept.path(), "another name");
        return links.of(context).getOrDefault(kept.path(), List.of()).stream()
                .map(link -> Need.of(link, reason))
                .toList();
    }

    /// Links in places where nobody looks for programs, libraries or files lead to no need.
    private static Map<ImagePath, List<ImagePath>> linksByTarget(RootFs root) {
        record Link(ImagePath path, ImagePath target) {}
        return root.walk()
                .filter(node -> node.entry().isSymlink() && !isDocumentation(node.path()))
                .flatMap(node -> root.follow(node.path()) instanceof Resolution.Found(Node target, var _)
                        ? Stream.of(new Link(node.path(), target.path()))
                        : Stream.<Link>empty())
                .collect(Collectors.groupingBy(Link::target, Collectors.mapping(Link::path, Collectors.toList())));
    }

    private static boolean isDocumentation(ImagePath path) {
        return path.text().startsWith("/usr/share/doc/")
                || path.text().startsWith("/usr/share/man/")
                || path.text().startsWith("/etc/rc")
                || path.text().startsWith("/etc/systemd/")
                || path.name().endsWith(".1.gz")
                || path.name().endsWith(".8.gz");
    }
}
