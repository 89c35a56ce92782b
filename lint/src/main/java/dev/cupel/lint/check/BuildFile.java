package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Arguments;
import dev.cupel.lint.dockerfile.Dockerfile;
import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Scope;
import dev.cupel.lint.dockerfile.Stage;
import dev.cupel.lint.dockerfile.Stages;
import dev.cupel.lint.dockerfile.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A Dockerfile with all that the checks ask about it, worked out once.
public final class BuildFile {
    private final Dockerfile file;
    private final Stages stages;
    private final Scope global;
    private final Surroundings surroundings;
    private final Map<Integer, List<Script>> scripts = new HashMap<>();
    private final Map<Integer, List<String>> shells = new HashMap<>();

    public BuildFile(Dockerfile file, Surroundings surroundings) {
        this.file = file;
        this.stages = Stages.of(file);
        this.global = Scope.global(file, stages);
        this.surroundings = surroundings;
        stages.stages().forEach(stage -> scripts.put(stage.index(), read(stage)));
    }

    public Dockerfile file() {
        return file;
    }

    Stages stages() {
        return stages;
    }

    List<Stage> all() {
        return stages.stages();
    }

    Scope global() {
        return global;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /// The commands of all RUNs of a stage, those of ONBUILD too.
    List<Script> scripts(Stage stage) {
        return scripts.getOrDefault(stage.index(), List.of());
    }

    /// What one of its instructions runs: one script, or none.
    List<Script> scripts(Stage stage, Instruction instruction) {
        return scripts(stage).stream().filter(script -> script.instruction().span().equals(instruction.span())).toList();
    }

    List<Script> scripts() {
        return all().stream().flatMap(stage -> scripts(stage).stream()).toList();
    }

    /// The stages whose layers end up in an image: the last, those it is built on, and those that no other takes anything from, which are
    /// targets of their own.
    List<Stage> shipped() {
        Set<Integer> taken = new HashSet<>();
        for (Stage stage : all()) {
            Stream.concat(Stream.of(stage.from()), unwrapped(stage).stream())
                    .flatMap(StageNames::references)
                    .forEach(word -> stages.earlier(stage, word.unquoted()).ifPresent(one -> taken.add(one.index())));
        }
        Set<Integer> shipped = new HashSet<>();
        all().stream().filter(stage -> !taken.contains(stage.index())).forEach(stage -> stages.line(stage).forEach(one -> shipped.add(one.index())));
        return all().stream().filter(stage -> shipped.contains(stage.index())).toList();
    }

    /// Where the stage is built on outside of this file, variables replaced; empty if that is not known.
    Optional<BaseImage> base(Stage stage) {
        Stage root = stages.line(stage).getLast();
        return root.image().flatMap(word -> global.expand(word, file.escape())).map(BaseImage::of);
    }

    /// All instructions of a stage, what ONBUILD puts off in the place of the ONBUILD.
    static List<Instruction> unwrapped(Stage stage) {
        return stage.instructions().stream().map(BuildFile::unwrapped).toList();
    }

    private static Instruction unwrapped(Instruction instruction) {
        return instruction.is("ONBUILD") && instruction.arguments() instanceof Arguments.Nested(var put) ? put : instruction;
    }

    private List<Script> read(Stage stage) {
        List<String> shell = stages.parent(stage).map(parent -> shells.getOrDefault(parent.index(), List.of())).orElse(List.of());
        List<Script> read = new ArrayList<>();
        for (Instruction instruction : unwrapped(stage)) {
            if (instruction.is("SHELL")) {
                shell = instruction.words().stream().map(Word::text).toList();
            } else if (instruction.is("RUN")) {
                read.add(new ScriptReader(file.source(), shell).read(instruction));
            }
        }
        shells.put(stage.index(), shell);
        return read;
    }
}
