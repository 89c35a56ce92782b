package dev.cupel.slim.analysis.language.node;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import java.util.List;
import java.util.stream.Stream;

/// What of Node.js in one image does not depend on what is kept.
///
/// @param hasNode whether there is anything that runs JavaScript, or packages for it
record NodeWorld(boolean hasNode, NodeModules modules, Machine machine) {
    static NodeWorld of(AnalysisContext context) {
        boolean node = context.root()
                .walk()
                .map(Node::path)
                .map(ImagePath::name)
                .anyMatch(name -> name.equals("node") || name.equals("nodejs") || name.equals("node_modules") || name.equals("bun"));
        List<ImagePath> more = Stream.concat(
                        Stream.of(context.config().variable("NODE_PATH").orElse("").split(":"))
                                .filter(folder -> folder.startsWith("/") && folder.indexOf('\0') < 0),
                        Stream.of("/usr/share/nodejs", "/usr/lib/nodejs", "/usr/lib/x86_64-linux-gnu/nodejs", "/usr/lib/aarch64-linux-gnu/nodejs"))
                .map(ImagePath::of)
                .toList();
        Machine machine = Machine.of(context.config().platform(), context.root());
        return new NodeWorld(node, new NodeModules(context.root(), more, machine), machine);
    }
}
