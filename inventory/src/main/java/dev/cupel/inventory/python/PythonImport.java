package dev.cupel.inventory.python;

import java.util.List;

/// One module that a text asks for.
///
/// @param level leading dots: 0 is absolute, 1 the package that the text is in, 2 the one above
/// @param module dotted name, empty for `from . import x`
/// @param names what is taken out of it, submodules or values; `*` for all; empty for a plain `import`
/// @param nested whether it stands below the first column: in a function, a class, a branch
public record PythonImport(int level, String module, List<String> names, boolean nested) {
    public PythonImport {
        names = List.copyOf(names);
    }
}
