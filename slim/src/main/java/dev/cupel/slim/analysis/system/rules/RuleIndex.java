package dev.cupel.slim.analysis.system.rules;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.elf.ElfFile;
import dev.cupel.inventory.elf.ElfKind;
import dev.cupel.slim.analysis.system.glob.Glob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Rules by what makes them hold. Conditions on names and paths are sorted by the first letters that a fitting name must have,
/// so that a kept path is compared with a handful of them.
final class RuleIndex {
    private static final int LETTERS = 3;
    private final List<KeepRule> always = new ArrayList<>();
    private final Map<String, List<KeepRule>> byGoFunction = new LinkedHashMap<>();
    private final Map<String, List<KeepRule>> byPackage = new HashMap<>();
    private final Map<Condition.Import, List<KeepRule>> byImport = new HashMap<>();
    private final Map<String, List<Held>> byLetters = new HashMap<>();

    private record Held(Condition condition, Glob pattern, KeepRule rule) {}

    RuleIndex(List<KeepRule> rules) {
        for (KeepRule rule : rules) {
            rule.when().forEach(condition -> add(condition, rule));
        }
    }

    List<KeepRule> always() {
        return always;
    }

    List<KeepRule> ofPackage(String name) {
        return byPackage.getOrDefault(name, List.of());
    }

    /// The rules that hold because a file or link of this path is kept.
    Set<KeepRule> ofPath(ImagePath path) {
        Set<KeepRule> held = new LinkedHashSet<>();
        ImagePath name = ImagePath.ROOT.child(path.name());
        for (String letters : Set.of(path.name().substring(0, Math.min(LETTERS, path.name().length())), "")) {
            for (Held one : byLetters.getOrDefault(letters, List.of())) {
                if (one.pattern.matches(one.condition instanceof Condition.Name ? name : path)) {
                    held.add(one.rule);
                }
            }
        }
        return held;
    }

    /// The rules that hold because this ELF file is kept.
    ///
    /// @param links whether a function of Go was linked into it; asked of programs made by Go only
    Set<KeepRule> ofElf(ElfFile file, Predicate<String> links) {
        Set<KeepRule> held = new LinkedHashSet<>();
        boolean program = file.kind() == ElfKind.PROGRAM || file.kind() == ElfKind.PIE_PROGRAM;
        byImport.forEach((condition, rules) -> {
            if ((program || !condition.programOnly()) && file.imports().contains(condition.symbol())) {
                held.addAll(rules);
            }
        });
        if (file.madeByGo()) {
            byGoFunction.forEach((function, rules) -> {
                if (function.isEmpty() || links.test(function)) {
                    held.addAll(rules);
                }
            });
        }
        return held;
    }

    private void add(Condition condition, KeepRule rule) {
        switch (condition) {
            case Condition.Always() -> always.add(rule);
            case Condition.GoProgram(String function) -> byGoFunction.computeIfAbsent(function, _ -> new ArrayList<>()).add(rule);
            case Condition.OfPackage(String name) -> byPackage.computeIfAbsent(name, _ -> new ArrayList<>()).add(rule);
            case Condition.Import one -> byImport.computeIfAbsent(one, _ -> new ArrayList<>()).add(rule);
            case Condition.Name(Glob pattern) -> add(condition, pattern, rule);
            case Condition.Path(Glob pattern) -> add(condition, pattern, rule);
        }
    }

    private void add(Condition condition, Glob pattern, KeepRule rule) {
        for (String letters : pattern.firstLettersOfNames(LETTERS)) {
            byLetters.computeIfAbsent(letters, _ -> new ArrayList<>()).add(new Held(condition, pattern, rule));
        }
    }
}
