package dev.cupel.slim.analysis.system;

import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.system.elf.ElfAnalyzer;
import java.util.List;

/// The analyzers of this side of an image.
public final class SystemAnalyzers {
    private SystemAnalyzers() {}

    /// All of them, new; they may be used for one image after the other.
    public static List<Analyzer> all() {
        return List.of(new ElfAnalyzer());
    }
}
