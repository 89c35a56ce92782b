package dev.cupel.lint.image;

import dev.cupel.image.manifest.History;
import dev.cupel.inventory.secret.SecretMask;
import dev.cupel.inventory.secret.SecretPatterns;
import dev.cupel.lint.check.BuildFile;
import dev.cupel.lint.check.Checks;
import dev.cupel.lint.check.Findings;
import dev.cupel.lint.check.Surroundings;
import dev.cupel.lint.dockerfile.DockerfileReader;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// How the image was made. Each RUN of the history is put into a Dockerfile of its own and held against the rules for those.
final class HistoryChecks {
    /// What a breach of a Dockerfile's rule means in an image.
    private static final Map<String, String> SAME = Map.of(
            "DL3004", "DKL-DI-0001",
            "CUP1023", "CUP1023",
            "CUP1011", "CUP1011",
            "CUP1006", "CUP1006",
            "CUP1007", "CUP1007",
            "DL3019", "DKL-DI-0004");

    private static final Pattern UNPACKED_OR_FETCHED = Pattern.compile("\\.(?:tar|tgz|txz|gz|xz|bz2|zst)\\b|^https?://");

    private HistoryChecks() {}

    static void commands(ImageSubject image, ImageFindings findings) {
        List<History> history = image.config().history();
        for (int i = 0; i < history.size(); i++) {
            HistoryStep step = HistoryStep.of(history.get(i).createdBy());
            if (step.name().equals("RUN")) {
                for (String rule : breaches(step.rest(), findings.book())) {
                    findings.inHistory(rule, i + 1, brief(step.rest()));
                }
            }
        }
    }

    private static Set<String> breaches(String command, RuleBook book) {
        String end = "CUPEL-STEP-END";
        String text = "FROM scratch\nRUN <<" + end + "\n" + command.replace(end, "") + "\n" + end + "\n";
        Findings findings = new Findings(book);
        BuildFile file = new BuildFile(DockerfileReader.read(SourceText.of(text)), Surroundings.NONE);
        Checks.ofCommands().forEach(check -> check.look(file, findings));
        Set<String> rules = new TreeSet<>();
        findings.all().stream().map(Finding::rule).map(rule -> SAME.get(rule.id())).filter(Objects::nonNull).forEach(rules::add);
        return rules;
    }

    /// The first ADD brings the base image's files and cannot be a COPY.
    static void adds(ImageSubject image, ImageFindings findings) {
        List<History> history = image.config().history();
        boolean first = true;
        for (int i = 0; i < history.size(); i++) {
            HistoryStep step = HistoryStep.of(history.get(i).createdBy());
            if (step.name().equals("ADD")) {
                if (!first && !UNPACKED_OR_FETCHED.matcher(step.rest()).find()) {
                    findings.inHistory("CIS-DI-0009", i + 1, brief(step.rest()));
                }
                first = false;
            }
        }
    }

    static void buildArguments(ImageSubject image, ImageFindings findings) {
        List<History> history = image.config().history();
        for (int i = 0; i < history.size(); i++) {
            for (String word : HistoryStep.of(history.get(i).createdBy()).arguments()) {
                int equals = word.indexOf('=');
                if (equals > 0 && equals + 1 < word.length() && SecretPatterns.isSecretName(word.substring(0, equals))) {
                    findings.inHistory("CIS-DI-0010", i + 1, "build argument " + word.substring(0, equals));
                }
            }
        }
    }

    private static String brief(String command) {
        // Masked before it is cut: half a secret no longer looks like one.
        String line = SecretMask.of(command).strip().replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 59) + "…" : line;
    }
}
