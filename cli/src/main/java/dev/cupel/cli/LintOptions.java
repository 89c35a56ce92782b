package dev.cupel.cli;

import dev.cupel.lint.ignore.LintConfig;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.Threshold;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How strict, and what to do about what is found.
final class LintOptions {
    @Option(names = "--profile", description = "How strict: bronze, silver or gold (default: silver).")
    private Optional<Profile> profile = Optional.empty();

    @Option(names = "--fail-on", description = "Exit 1 from this severity on: error, warning, info or never (default: warning).")
    private Optional<Threshold> failOn = Optional.empty();

    @Option(names = "--config", paramLabel = "FILE", description = "Use this file instead of looking for .cupel-lint.yaml and .hadolint.yaml.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--fix", description = "Mend in the file what needs no person, then tell the rest.")
    private boolean fix;

    @Option(names = "--dry-run", description = "With --fix: show a diff and change nothing.")
    private boolean dryRun;

    Profile profile(LintConfig found) {
        return profile.or(found::profile).orElse(Profile.SILVER);
    }

    Threshold threshold(LintConfig found) {
        return failOn.or(found::failOn).orElse(Threshold.WARNING);
    }

    Optional<Path> config() {
        return config;
    }

    boolean fix() {
        return fix;
    }

    boolean dryRun() {
        return fix && dryRun;
    }

    boolean dryRunAlone() {
        return dryRun && !fix;
    }
}
