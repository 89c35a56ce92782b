package dev.cupel.slim.analysis.system.rules;

import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.elf.ElfFile;
import dev.cupel.inventory.elf.GoFunctions;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.PerImage;
import dev.cupel.slim.analysis.system.elf.ElfNodes;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Applies the rules of the `*.rules` files.
public final class RuleAnalyzer implements Analyzer {
    private final RuleIndex index = new RuleIndex(KeepRules.all());
    private final PerImage<RuleNeeds> needs = new PerImage<>(RuleNeeds::new);

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public List<Need> always(AnalysisContext context) throws IOException {
        return needs(index.always(), context);
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) throws IOException {
        if (kept.entry().isDirectory()) {
            return List.of();
        }
        Set<KeepRule> held = new LinkedHashSet<>(index.ofPath(kept.path()));
        context.packages().ownerOf(kept.path()).ifPresent(owner -> held.addAll(index.ofPackage(owner.name())));
        Optional<ElfFile> file = new ElfNodes(context.root()).read(kept);
        if (file.isPresent()) {
            RootFs root = context.root();
            GoFunctions functions = file.get().madeByGo() ? GoFunctions.of(root.map(root.contentOf(kept))) : GoFunctions.NONE;
            held.addAll(index.ofElf(file.get(), functions::has));
        }
        return needs(held, context);
    }

    private List<Need> needs(Collection<KeepRule> rules, AnalysisContext context) throws IOException {
        List<Need> all = new ArrayList<>();
        for (KeepRule rule : rules) {
            if (rule.holdsIn(context.mode())) {
                all.addAll(needs.of(context).of(rule));
            }
        }
        return all;
    }

    static Reason reason(KeepRule rule) {
        return new Reason.Rule(rule.id(), rule.why());
    }
}
