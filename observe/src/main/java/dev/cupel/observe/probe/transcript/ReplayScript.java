package dev.cupel.observe.probe.transcript;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Concrete questions in order. Asked of two images, their answers can be compared one by one. Passwords are not in it:
/// whoever replays brings the container's environment.
public record ReplayScript(List<Step> steps) {
    public ReplayScript {
        steps = List.copyOf(steps);
        Set<String> seen = new HashSet<>();
        steps.forEach(step -> {
            if (!seen.add(step.id())) {
                throw new IllegalArgumentException("two steps of a script have the id " + step.id());
            }
        });
    }
}
