package dev.cupel.inventory.python;

import dev.cupel.inventory.source.ChildProgram;
import dev.cupel.inventory.source.SourceCursor;
import dev.cupel.inventory.source.SourceLimits;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a Python text says of other modules and programs, in any function and on any branch.
///
/// @param imports statements, and calls such as `import_module("x")` that name their module in a literal
/// @param literals texts that have the form of a dotted name, `a.b.C` or `a.b:c`: settings name modules so
/// @param programs started with a literal name or line, in the order of the text
public record PythonSource(List<PythonImport> imports, SortedSet<String> literals, List<ChildProgram> programs) {
    public PythonSource {
        imports = List.copyOf(imports);
        literals = Collections.unmodifiableSortedSet(new TreeSet<>(literals));
        programs = List.copyOf(programs);
    }

    public static PythonSource read(String text) {
        return read(text, SourceLimits.USUAL);
    }

    public static PythonSource read(String text, SourceLimits limits) {
        return new PythonScan(new SourceCursor(text, limits), limits).source();
    }
}
