package dev.cupel.slim.analysis.language;

import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.application.ApplicationAnalyzer;
import dev.cupel.slim.analysis.language.java.JavaAnalyzer;
import dev.cupel.slim.analysis.language.node.NodeAnalyzer;
import dev.cupel.slim.analysis.language.python.PythonAnalyzer;
import java.util.List;

/// The analyzers of programming languages.
public final class LanguageAnalyzers {
    private LanguageAnalyzers() {}

    /// All of them, new; they may be used for one image after the other.
    public static List<Analyzer> all() {
        return List.of(new ApplicationAnalyzer(), new PythonAnalyzer(), new NodeAnalyzer(), new JavaAnalyzer());
    }
}
