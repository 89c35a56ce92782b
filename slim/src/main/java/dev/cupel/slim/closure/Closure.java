package dev.cupel.slim.closure;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.KeepSet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Grows a set of needs until no analyzer knows of another one.
///
/// @param analyzers asked about every kept node, each once
/// @param dropped what the user gave up (`--drop`): never kept, whoever needs it
public record Closure(List<Analyzer> analyzers, AnalysisContext context, Predicate<ImagePath> dropped) {
    public Closure {
        analyzers = List.copyOf(analyzers);
    }

    /// What stays when `seeds` and what the image itself demands must stay.
    public KeepSet over(List<Need> seeds) throws IOException {
        Growth growth = new Growth(context.root(), dropped);
        for (Analyzer analyzer : analyzers) {
            analyzer.always(context).forEach(growth::add);
        }
        seeds.forEach(growth::add);
        for (Optional<Node> next = growth.next(); next.isPresent(); next = growth.next()) {
            for (Analyzer analyzer : analyzers) {
                analyzer.needs(next.get(), context).forEach(growth::add);
            }
        }
        return growth.result();
    }
}
