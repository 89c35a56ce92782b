package dev.cupel.inventory.elf;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which functions Go's linker put into a program: those that something may call. The names themselves are not kept.
///
/// @param hashes of packages, functions and methods, sorted; none if nothing can be read
/// @param whole whether a function that is not among them is not in the program
/// @param nameless path of a module of which one package, the main one, is not known by its path; empty if there is none
public record LinkedFunctions(List<Long> hashes, boolean whole, String nameless) {
    /// Nothing is known.
    public static final LinkedFunctions UNKNOWN = new LinkedFunctions(List.of(), false, "");

    /// Each program that Go's own linker made has it; one that has its runtime in a library elsewhere, or obscured names, has not.
    private static final String RUNTIME = "runtime.mallocgc";

    /// What `go build FILE…` calls a main package.
    private static final String LIST_OF_FILES = "command-line-arguments";

    private static final String MAIN = "main";

    public LinkedFunctions {
        hashes = List.copyOf(hashes);
    }

    /// Those of a program, given its whole file; [#UNKNOWN] of one that Go's linker did not make, or whose table cannot be read.
    public static LinkedFunctions of(ByteBuffer program) {
        try {
            ElfBytes file = ElfHeader.open(program, ElfLimits.USUAL);
            ElfHeader header = ElfHeader.read(file);
            List<ProgramHeader> segments = ProgramHeader.readAll(file, header);
            Optional<GoBuildInfo> info = GoBuildInfo.find(file, segments);
            return info.isEmpty() ? UNKNOWN : of(info.get(), GoFunctionTable.find(file, header, segments));
        } catch (MalformedElf e) {
            return UNKNOWN;
        }
    }

    static LinkedFunctions of(GoBuildInfo info, List<GoFunctionTable> tables) throws MalformedElf {
        Map<String, String> others = others(info);
        FunctionHashes hashes = new FunctionHashes();
        for (GoFunctionTable table : tables) {
            table.forEach(raw -> add(raw, others, hashes));
        }
        boolean nameless = info.path().isEmpty() || info.path().equals(LIST_OF_FILES);
        LinkedFunctions read = new LinkedFunctions(
                hashes.sorted(), tables.stream().allMatch(GoFunctionTable::isWhole), nameless ? info.main().map(GoBuildInfo.Module::path).orElse("") : "");
        return read.has(RUNTIME) ? read : UNKNOWN;
    }

    /// How modules are called whose packages have another path in the program: replaced ones, and the main package.
    private static Map<String, String> others(GoBuildInfo info) {
        Map<String, String> others = new TreeMap<>();
        info.modules().stream().filter(one -> !one.importedAs().equals(one.path())).forEach(one -> others.put(one.importedAs(), one.path()));
        if (!info.path().isEmpty()) {
            others.put(MAIN, info.path());
        }
        return others;
    }

    private static void add(String raw, Map<String, String> others, FunctionHashes hashes) {
        Optional<GoFunctionName> name = GoFunctionName.parse(raw);
        if (name.isEmpty()) {
            return;
        }
        add(name.get().path(), name.get(), hashes);
        for (Map.Entry<String, String> other : others.entrySet()) {
            String path = name.get().path();
            if (path.equals(other.getKey()) || path.startsWith(other.getKey() + "/")) {
                add(other.getValue() + path.substring(other.getKey().length()), name.get(), hashes);
            }
        }
    }

    private static void add(String path, GoFunctionName name, FunctionHashes hashes) {
        hashes.add(path);
        for (String function : name.functions()) {
            hashes.add(path, function);
        }
    }

    /// Whether any function of a package is there.
    public boolean hasPackage(String path) {
        return has(path);
    }

    /// A function `F` or a method `T.M` of a package, as Go's linker spells it; empty if it is not there.
    public Optional<String> spelled(String path, String symbol) {
        int dot = symbol.indexOf('.');
        String method = dot < 0 ? symbol : "(*" + symbol.substring(0, dot) + ")" + symbol.substring(dot);
        return List.of(path + "." + method, path + "." + symbol).stream().filter(this::has).findFirst();
    }

    /// Whether a function of the package that is not found is not in the program.
    public boolean tellsAll(String path) {
        return whole && (nameless.isEmpty() || !(path.equals(nameless) || path.startsWith(nameless + "/")));
    }

    private boolean has(String name) {
        return Collections.binarySearch(hashes, FunctionHashes.of(name)) >= 0;
    }
}
