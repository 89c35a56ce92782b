package dev.cupel.inventory.node;

import dev.cupel.inventory.source.ChildProgram;
import dev.cupel.inventory.source.SourceCursor;
import dev.cupel.inventory.source.SourceLimits;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a JavaScript text says of other files and programs, in any function and on any branch.
///
/// @param modules as written in `require("…")`, `import … from "…"`, `import("…")`, `export … from`, `require.resolve`
/// @param files handed to `new Worker`, `fork`, `new URL(…, import.meta.url)`, or put behind `__dirname`: relative to the text's own folder
/// @param folders the known beginnings of names that a run completes: `require("./locale/" + name)` gives `./locale/`
/// @param names of packages in literals, as configuration lists plugins: `"@babel/preset-env"`, `"pino-pretty"`
/// @param programs started with a literal name or line
public record ScriptSource(
        SortedSet<String> modules,
        SortedSet<String> files,
        SortedSet<String> folders,
        SortedSet<String> names,
        List<ChildProgram> programs) {
    public ScriptSource {
        modules = Collections.unmodifiableSortedSet(new TreeSet<>(modules));
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
        folders = Collections.unmodifiableSortedSet(new TreeSet<>(folders));
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        programs = List.copyOf(programs);
    }

    public static ScriptSource read(String text) {
        return read(text, SourceLimits.USUAL);
    }

    public static ScriptSource read(String text, SourceLimits limits) {
        return new ScriptScan(new SourceCursor(text, limits), limits).source();
    }
}
