package dev.cupel.slim.analysis.system.dotnet;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Keeps the parts of a .NET program that its host looks up by name.
public final class DotnetAnalyzer implements Analyzer {
    private static final String ASSEMBLY = ".dll";
    private static final String SETTINGS = ".runtimeconfig.json";
    private static final String LIST = ".deps.json";
    private static final int MOST_BYTES = 16 << 20;

    @Override
    public String name() {
        return "dotnet";
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) throws IOException {
        String name = kept.path().name();
        if (kept.entry().isDirectory()) {
            return List.of();
        }
        if (name.endsWith(ASSEMBLY)) {
            return besideAssembly(kept.path());
        }
        if (name.endsWith(LIST)) {
            return listed(kept.path(), context);
        }
        return name.endsWith(SETTINGS) ? frameworks(kept.path(), context) : List.of();
    }

    private static List<Need> besideAssembly(ImagePath assembly) {
        String name = assembly.name().substring(0, assembly.name().length() - ASSEMBLY.length());
        Reason reason = new Reason.NeededBy(assembly, "settings of the .NET program");
        return List.of(
                Need.of(assembly.parent().child(name + SETTINGS), reason),
                Need.of(assembly.parent().child(name + LIST), reason),
                Need.of(assembly.parent().child(name + ".runtimeconfig.dev.json"), reason));
    }

    /// The assets lie beside the list, by their whole path for a portable program and by name for a published one.
    private static List<Need> listed(ImagePath list, AnalysisContext context) throws IOException {
        Reason reason = new Reason.NeededBy(list, "part of the .NET program, listed");
        List<Need> needs = new ArrayList<>();
        for (String asset : DotnetJson.assets(context.root().read(list, MOST_BYTES).orElse(new byte[0]))) {
            ImagePath path = list.parent().resolve(asset);
            needs.add(Need.of(path, reason));
            needs.add(Need.of(list.parent().resolve(path.name()), reason));
        }
        return needs;
    }

    private static List<Need> frameworks(ImagePath settings, AnalysisContext context) throws IOException {
        Reason reason = new Reason.NeededBy(settings, "shared framework");
        List<Need> needs = new ArrayList<>();
        SharedFrameworks shared = new SharedFrameworks(context.root(), context.config());
        for (DotnetJson.Framework framework : DotnetJson.frameworks(context.root().read(settings, MOST_BYTES).orElse(new byte[0]))) {
            shared.chosenFor(framework).forEach(folder -> needs.add(Need.tree(folder, reason)));
        }
        if (!needs.isEmpty()) {
            shared.hosts().forEach(path -> needs.add(Need.tree(path, new Reason.NeededBy(settings, "host of .NET programs"))));
        }
        return needs;
    }
}
