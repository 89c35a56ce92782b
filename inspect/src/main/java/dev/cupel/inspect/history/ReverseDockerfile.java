package dev.cupel.inspect.history;

import dev.cupel.image.manifest.History;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.inventory.secret.SecretMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The Dockerfile that a history still tells. Lost are comments, stages, and what was copied from where; secrets are masked.
///
/// @param steps first to last
/// @param remarks what does not fit together, for people
public record ReverseDockerfile(List<Step> steps, BasePart base, List<String> remarks) {
    private static final Pattern WORD = Pattern.compile("(?<!\\\\)\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");

    public ReverseDockerfile {
        steps = List.copyOf(steps);
        remarks = List.copyOf(remarks);
    }

    public static ReverseDockerfile of(ImageConfig config) {
        int layers = config.diffIds().size();
        List<History> history = config.history();
        int made = (int) history.stream().filter(one -> !one.emptyLayer()).count();
        List<String> remarks = new ArrayList<>();
        if (made != layers) {
            remarks.add("the history speaks of %d layers, the image has %d; it is read from the end".formatted(made, layers));
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < layers - made; i++) {
            steps.add(new Step("# no history", List.of(), Certainty.UNKNOWN, "", Optional.of(i)));
        }
        List<String> shell = List.of("/bin/sh", "-c");
        int next = layers - made;
        for (History one : history) {
            Instruction read = new HistoryText(shell).read(one.createdBy().isEmpty() ? one.comment() : one.createdBy());
            Optional<Integer> layer = one.emptyLayer() || next < 0 ? Optional.empty() : Optional.of(next);
            next += one.emptyLayer() ? 0 : 1;
            steps.add(new Step(SecretMask.of(read.text()), read.arguments().stream().map(SecretMask::pair).toList(), read.certainty(), one.created(), layer));
            shell = read.text().startsWith("SHELL [") ? words(read.text(), shell) : shell;
        }
        return new ReverseDockerfile(steps, BasePart.of(steps), remarks);
    }

    /// The step that made a layer.
    public Optional<Step> stepOf(int layer) {
        return steps.stream().filter(step -> step.layer().equals(Optional.of(layer))).findFirst();
    }

    /// Whether a layer belongs to the base image.
    public boolean isBase(int layer) {
        return steps.stream().limit(base.steps()).anyMatch(step -> step.layer().equals(Optional.of(layer)));
    }

    /// A Dockerfile. Its first line is `FROM scratch` always: the base image's own steps are in it.
    public String text() {
        StringBuilder out = new StringBuilder("FROM scratch\n");
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0 && i == base.steps()) {
                out.append("# Up to here the base image: ").append(base.why()).append(".\n");
            }
            Step step = steps.get(i);
            step.arguments().forEach(argument -> out.append("# with the build argument ").append(argument.replace("\n", " ")).append('\n'));
            out.append(step.text()).append('\n');
        }
        return out.toString();
    }

    private static List<String> words(String shellInstruction, List<String> otherwise) {
        List<String> words = WORD.matcher(shellInstruction).results().map((MatchResult one) -> one.group(1)).toList();
        return words.isEmpty() ? otherwise : words;
    }
}
