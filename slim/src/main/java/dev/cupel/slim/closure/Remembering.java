package dev.cupel.slim.closure;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Need;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An analyzer that is asked about each path of one image once and gives the same answer from then on: it has no state, so it would
/// anyway. For one thread at a time, and one context.
public final class Remembering implements Analyzer {
    private final Analyzer analyzer;
    private final Map<ImagePath, List<Need>> answers = new HashMap<>();

    public Remembering(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    @Override
    public String name() {
        return analyzer.name();
    }

    @Override
    public List<Need> always(AnalysisContext context) throws IOException {
        return analyzer.always(context);
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) throws IOException {
        List<Need> known = answers.get(kept.path());
        if (known == null) {
            known = analyzer.needs(kept, context);
            answers.put(kept.path(), known);
        }
        return known;
    }
}
