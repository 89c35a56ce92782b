package dev.cupel.inventory.elf;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What one ELF file says about itself. Texts that name paths may hold `$ORIGIN`, `$LIB`, `$PLATFORM` as written.
///
/// @param interpreter the dynamic loader it asks the kernel for
/// @param needed libraries (DT_NEEDED, DT_AUXILIARY, DT_FILTER), in order
/// @param rpath directories of DT_RPATH; the loader ignores them where there is a DT_RUNPATH
/// @param runpath directories of DT_RUNPATH
/// @param imports names of the dynamic symbols that it takes from elsewhere
/// @param dlopen libraries that it declares to load at run time
/// @param buildId lower-case hex
public record ElfFile(
        ElfTarget target,
        ElfKind kind,
        Optional<String> interpreter,
        Optional<String> soname,
        List<String> needed,
        List<String> rpath,
        List<String> runpath,
        SortedSet<String> imports,
        List<DlopenNote> dlopen,
        Optional<String> buildId,
        boolean madeByGo) {
    public ElfFile {
        needed = List.copyOf(needed);
        rpath = List.copyOf(rpath);
        runpath = List.copyOf(runpath);
        imports = Collections.unmodifiableSortedSet(new TreeSet<>(imports));
        dlopen = List.copyOf(dlopen);
    }

    /// Whether the kernel starts it without any help: no loader, no library.
    public boolean isStaticProgram() {
        return interpreter.isEmpty() && needed.isEmpty() && (kind == ElfKind.PROGRAM || kind == ElfKind.PIE_PROGRAM);
    }
}
