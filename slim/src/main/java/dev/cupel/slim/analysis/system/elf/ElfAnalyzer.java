package dev.cupel.slim.analysis.system.elf;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.elf.DlopenNote;
import dev.cupel.inventory.elf.ElfFile;
import dev.cupel.inventory.elf.ElfKind;
import dev.cupel.inventory.elf.LibraryNames;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.PerImage;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Keeps what a kept ELF file cannot be loaded without, and above [Mode#LEAN] also the libraries it may load by name.
public final class ElfAnalyzer implements Analyzer {
    private static final Set<String> LOADING_BY_NAME = Set.of("dlopen", "dlmopen", "__libc_dlopen_mode", "g_module_open", "lt_dlopen");

    /// libselinux loads it to compile policies, which no container does; every `ls` would bring it.
    private static final Set<String> FOR_WHOLE_MACHINES = Set.of("libsepol.so.1", "libsepol.so.2");

    private static final int MOST_SCANNED = 256 << 20;
    private final PerImage<LibrarySearch> searches = new PerImage<>(LibrarySearch::of);

    @Override
    public String name() {
        return "elf";
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) throws IOException {
        List<Need> needs = new ArrayList<>();
        ElfNodes nodes = new ElfNodes(context.root());
        for (ElfFile file : nodes.read(kept).stream().toList()) {
            if (file.kind() != ElfKind.OTHER) {
                LibrarySearch search = searches.of(context);
                file.interpreter().ifPresent(path -> loader(path, kept, search, needs));
                libraries(new Loading(file, kept.path(), List.of()), kept, search, nodes, needs);
                byName(file, kept, search, context, needs);
            }
        }
        return needs;
    }

    private static void loader(String interpreter, Node kept, LibrarySearch search, List<Need> needs) {
        ImagePath loader = ImagePath.ROOT.resolve(interpreter);
        needs.add(Need.of(loader, new Reason.NeededBy(kept.path(), "ELF loader")));
        search.ownFiles().forEach(path -> needs.add(Need.of(path, new Reason.NeededBy(loader, "configuration of the ELF loader"))));
    }

    private static void libraries(Loading loading, Node kept, LibrarySearch search, ElfNodes nodes, List<Need> needs)
            throws IOException {
        for (Loading.Step step : loading.closure(search, nodes)) {
            String how = step.asker().equals(kept.path()) ? "ELF library " + step.name() : "ELF library " + step.name() + ", by way of " + step.asker() + ",";
            step.found().forEach(path -> needs.add(Need.of(path, new Reason.NeededBy(kept.path(), how))));
        }
    }

    private static void byName(ElfFile file, Node kept, LibrarySearch search, AnalysisContext context, List<Need> needs)
            throws IOException {
        if (context.mode() == Mode.LEAN) {
            return;
        }
        Loading loading = new Loading(file, kept.path(), List.of());
        for (DlopenNote note : file.dlopen()) {
            for (String name : note.sonames()) {
                search.exactly(name, loading).forEach(path -> needs.add(Need.of(path, loaded(kept, "declares to load"))));
            }
        }
        boolean loads = file.imports().stream().anyMatch(LOADING_BY_NAME::contains);
        if (loads && kept.entry().sizeBytes() <= MOST_SCANNED) {
            RootFs root = context.root();
            for (String name : LibraryNames.in(root.map(root.contentOf(kept)))) {
                if (FOR_WHOLE_MACHINES.contains(name)) {
                    continue;
                }
                search.exactly(name, loading).forEach(path -> needs.add(Need.of(path, loaded(kept, "names a library to load at run time"))));
            }
        }
    }

    private static Reason loaded(Node kept, String how) {
        return new Reason.NeededBy(kept.path(), how);
    }
}
