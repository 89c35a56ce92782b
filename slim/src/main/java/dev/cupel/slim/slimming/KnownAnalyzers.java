package dev.cupel.slim.slimming;

import dev.cupel.image.ImagePath;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.language.LanguageAnalyzers;
import dev.cupel.slim.analysis.packages.WholePackages;
import dev.cupel.slim.analysis.system.SystemAnalyzers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// All analyzers that there are.
public final class KnownAnalyzers implements Slimming.Analyzers {
    @Override
    public List<Analyzer> knowing(Collection<ImagePath> executed) {
        List<Analyzer> all = new ArrayList<>(SystemAnalyzers.all(executed));
        all.addAll(LanguageAnalyzers.all());
        all.add(new WholePackages());
        return all;
    }
}
