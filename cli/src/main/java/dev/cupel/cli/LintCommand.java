package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.store.ContentStore;
import dev.cupel.lint.LintResult;
import dev.cupel.lint.report.ReportFormat;
import dev.cupel.lint.report.RuleSheet;
import dev.cupel.lint.report.TextReport;
import dev.cupel.lint.rule.Rule;
import dev.cupel.lint.rule.RuleBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel lint`: Dockerfiles and images held against the rules.
@Command(
        name = "lint",
        description = "Hold Dockerfiles and images against rules; mend what is safe.",
        footer = {
            "",
            "Ignore one finding by a comment above the instruction:",
            "  # cupel ignore=DL3008 the snapshot archive pins versions",
            "For whole folders write .cupel-lint.yaml; .hadolint.yaml is read too.",
            "Exit 1 if something is as bad as --fail-on."
        },
        abbreviateSynopsis = true)
final class LintCommand implements Callable<Integer> {
    private static final int WIDTH = 80;

    @Parameters(paramLabel = "FILE|IMAGE", arity = "0..*", description = "Dockerfiles (- reads standard input), folders with one, images.")
    private List<String> subjects = new ArrayList<>();

    @Option(names = "--format", description = "text, json or sarif (default: text).")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--explain", paramLabel = "ID", description = "Explain a rule by any of its names.")
    private String explain = "";

    @Option(names = "--list", description = "List all rules.")
    private boolean list;

    @Mixin
    private LintOptions options;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private PlatformOption platform;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    LintCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        RuleBook book = RuleBook.stock();
        PrintWriter out = spec.commandLine().getOut();
        RuleSheet sheet = new RuleSheet(workspace.ink(), WIDTH);
        if (list) {
            sheet.list(book, out);
            return ExitCode.DONE;
        }
        if (!explain.isEmpty()) {
            sheet.explain(rule(book), out);
            return ExitCode.DONE;
        }
        if (subjects.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE|IMAGE'");
        }
        if (options.dryRunAlone()) {
            throw new ParameterException(spec.commandLine(), "--dry-run shows what --fix would do; give both");
        }
        return lint(book, out);
    }

    private Integer lint(RuleBook book, PrintWriter out) throws IOException {
        LintTarget target = new LintTarget(book, options, spec.commandLine().getErr());
        List<LintTarget.Judged> judged = new ArrayList<>();
        for (String subject : subjects) {
            judged.add(target.isFile(subject) ? target.file(subject, out) : image(target, subject));
        }
        if (!options.dryRun()) {
            List<LintResult> results = judged.stream().map(LintTarget.Judged::result).toList();
            format.write(results, Version.number(), new TextReport(workspace.ink(), WIDTH), out);
        }
        return judged.stream().anyMatch(LintTarget.Judged::refused) ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private LintTarget.Judged image(LintTarget target, String subject) throws IOException {
        ContentStore store = workspace.store();
        try (Images images = sources.images(store, Progress.silent())) {
            return target.image(subject, OpenedImage.of(images.resolve(Images.parse(subject), platform.chosen()).image(), store));
        }
    }

    private Rule rule(RuleBook book) {
        return book.find(explain).orElseThrow(() -> new CupelException(
                Fault.USAGE, "No rule is called " + Quoted.of(explain) + ".", "See `cupel lint --list`."));
    }
}
