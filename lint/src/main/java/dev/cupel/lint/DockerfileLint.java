package dev.cupel.lint;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.lint.check.BuildFile;
import dev.cupel.lint.check.Checks;
import dev.cupel.lint.check.Findings;
import dev.cupel.lint.check.Surroundings;
import dev.cupel.lint.dockerfile.Dockerfile;
import dev.cupel.lint.dockerfile.DockerfileReader;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.fix.Edits;
import dev.cupel.lint.ignore.Suppression;

/// Holds a Dockerfile against the rules.
public record DockerfileLint(Suppression suppression, Surroundings surroundings) {
    /// A fix may uncover the next finding; after this many rounds nothing new comes.
    private static final int ROUNDS = 5;

    private static final int MOST_INSTRUCTIONS = 2000;

    public LintResult lint(String name, SourceText source) {
        Dockerfile file = DockerfileReader.read(source);
        if (file.instructions().size() > MOST_INSTRUCTIONS) {
            throw new CupelException(
                    Fault.INPUT,
                    Quoted.of(name) + " has more than %d instructions.".formatted(MOST_INSTRUCTIONS),
                    "No engine runs an image of that many layers; make the file smaller.");
        }
        Findings findings = new Findings(suppression.book());
        BuildFile build = new BuildFile(file, surroundings);
        Checks.all().forEach(check -> check.look(build, findings));
        Suppression.Outcome outcome = suppression.of(file, findings.all());
        return new LintResult(name, source, false, outcome.findings(), outcome.ignored());
    }

    /// The file with everything mended that needs no person.
    public Edits.Mended mend(String name, SourceText source) {
        Edits.Mended mended = new Edits.Mended(source, 0);
        for (int round = 0; round < ROUNDS; round++) {
            Edits.Mended next = new Edits(mended.source()).apply(lint(name, mended.source()).findings());
            if (next.findings() == 0) {
                return mended;
            }
            mended = new Edits.Mended(next.source(), mended.findings() + next.findings());
        }
        return mended;
    }
}
