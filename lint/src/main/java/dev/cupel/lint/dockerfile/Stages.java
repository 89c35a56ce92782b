package dev.cupel.lint.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A Dockerfile by its stages.
///
/// @param before what stands before the first FROM
public record Stages(List<Instruction> before, List<Stage> stages) {
    public Stages {
        before = List.copyOf(before);
        stages = List.copyOf(stages);
    }

    public static Stages of(Dockerfile file) {
        List<Instruction> before = new ArrayList<>();
        List<Stage> stages = new ArrayList<>();
        List<Instruction> inside = new ArrayList<>();
        Optional<Instruction> from = Optional.empty();
        for (Instruction instruction : file.instructions()) {
            if (instruction.is("FROM")) {
                from.ifPresent(one -> stages.add(new Stage(stages.size(), one, inside)));
                inside.clear();
                from = Optional.of(instruction);
            } else if (from.isEmpty()) {
                before.add(instruction);
            } else {
                inside.add(instruction);
            }
        }
        from.ifPresent(one -> stages.add(new Stage(stages.size(), one, inside)));
        return new Stages(before, stages);
    }

    /// The stage before `stage` that `reference` names; the latest of several.
    public Optional<Stage> earlier(Stage stage, String reference) {
        return stages.subList(0, stage.index()).reversed().stream().filter(one -> one.isCalled(reference)).findFirst();
    }

    /// What the image is made of unless another target is asked for.
    public Optional<Stage> last() {
        return stages.isEmpty() ? Optional.empty() : Optional.of(stages.getLast());
    }

    /// The stage that `stage` is built on, if it is one of this file.
    public Optional<Stage> parent(Stage stage) {
        return stage.image().flatMap(image -> earlier(stage, image.unquoted()));
    }

    /// A stage and those it is built on, itself first.
    public List<Stage> line(Stage stage) {
        List<Stage> line = new ArrayList<>();
        for (Optional<Stage> one = Optional.of(stage); one.isPresent(); one = parent(one.get())) {
            line.add(one.get());
        }
        return line;
    }
}
