package dev.cupel.lint.check;

/// Looks at a Dockerfile for breaches of one rule, or of a few that belong together.
@FunctionalInterface
public interface Check {
    void look(BuildFile file, Findings findings);
}
