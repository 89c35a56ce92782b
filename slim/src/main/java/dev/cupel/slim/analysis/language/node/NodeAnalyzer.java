package dev.cupel.slim.analysis.language.node;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.node.ScriptSource;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.PerImage;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a file of a Node.js program needs: the modules that its text asks for, the rest of its package, what that depends on.
public final class NodeAnalyzer implements Analyzer {
    private static final Pattern INTERPRETER = Pattern.compile("node|nodejs|libnode\\.so.*");
    /// Debian's Node.js loads these parts of itself from files, some of them only when they are first used (`fetch`).
    private static final List<String> PARTS_ON_DEBIAN = List.of(
            "acorn/dist/acorn.js", "acorn-walk/dist/walk.js", "cjs-module-lexer/lexer.js", "cjs-module-lexer/dist/lexer.js",
            "undici/undici-fetch.js", "minimatch/dist/cjs/index.js", "amaro/dist/index.js");

    private final PerImage<NodeWorld> worlds = new PerImage<>(NodeWorld::of);

    @Override
    public String name() {
        return "node";
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) throws IOException {
        NodeWorld world = worlds.of(context);
        // A link is no use of anything: what it leads to stays by itself if somebody goes through it.
        if (kept.entry().isDirectory() || kept.entry().isSymlink() || !world.hasNode()) {
            return List.of();
        }
        List<Need> needs = new ArrayList<>();
        ImagePath path = kept.path();
        Optional<PackagePlace> place = PackagePlace.of(path);
        if (INTERPRETER.matcher(path.name()).matches()) {
            PARTS_ON_DEBIAN.forEach(part -> needs.add(needed(ImagePath.of("/usr/share/nodejs/" + part), path, "built-in module")));
        }
        if (context.mode() != Mode.LEAN) {
            needs.addAll(new PackageNeeds(world, context.root()).of(path, place));
        }
        Optional<ScriptSource> source = ScriptTexts.of(kept, context.root());
        if (source.isPresent()) {
            for (ImagePath file : asked(source.get(), path, place, world)) {
                needs.add(needed(file, path, "module asked for in the text"));
            }
            for (String folder : source.get().folders()) {
                needs.addAll(computed(folder, path, world, context.root()));
            }
        }
        return needs;
    }

    private static Set<ImagePath> asked(ScriptSource source, ImagePath path, Optional<PackagePlace> place, NodeWorld world)
            throws IOException {
        Set<ImagePath> files = new LinkedHashSet<>();
        for (String module : source.modules()) {
            files.addAll(world.modules().find(module, path.parent()));
        }
        for (String file : source.files()) {
            files.addAll(world.modules().find(file.startsWith("/") || file.startsWith(".") ? file : "./" + file, path.parent()));
        }
        if (place.isEmpty()) {
            for (String name : source.names()) {
                if (Tools.isPlugin(name)) {
                    files.addAll(world.modules().find(name, path.parent()));
                }
            }
        }
        return files;
    }

    /// All files of the folder that a computed name begins with, if the folder is small enough to be a row of plugins.
    private static List<Need> computed(String folder, ImagePath path, NodeWorld world, RootFs root) {
        boolean relative = folder.startsWith(".");
        Optional<ImagePath> place = relative
                ? Optional.of(path.parent().resolve(folder))
                : world.modules()
                        .packageFolder(NodeModules.packageName(folder), path.parent())
                        .map(found -> found.resolve("." + folder.substring(NodeModules.packageName(folder).length())));
        return place.stream()
                .flatMap(found -> root.children(found).stream())
                .filter(node -> !node.entry().isDirectory())
                .map(node -> needed(node.path(), path, "module whose name the text computes"))
                .toList();
    }

    private static Need needed(ImagePath file, ImagePath by, String how) {
        return Need.of(file, new Reason.NeededBy(by, how));
    }
}
