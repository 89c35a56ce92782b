package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.image.exchange.Images;
import dev.cupel.inventory.Inventories;
import dev.cupel.lint.LintResult;
import dev.cupel.lint.report.Ink;
import dev.cupel.lint.report.ReportFormat;
import dev.cupel.lint.report.RuleSheet;
import dev.cupel.lint.report.TextReport;
import dev.cupel.lint.rule.Rule;
import dev.cupel.lint.rule.RuleBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
    private OutputFile output;

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
        output.requireWritable();
        RuleBook book = RuleBook.stock();
        Ink ink = output.isGiven() ? Ink.PLAIN : workspace.ink();
        RuleSheet sheet = new RuleSheet(ink, WIDTH);
        if (list) {
            output.print(spec, out -> sheet.list(book, out));
            return ExitCode.DONE;
        }
        if (!explain.isEmpty()) {
            Rule rule = rule(book);
            output.print(spec, out -> sheet.explain(rule, out));
            return ExitCode.DONE;
        }
        if (subjects.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE|IMAGE'");
        }
        if (options.dryRunAlone()) {
            throw new ParameterException(spec.commandLine(), "--dry-run shows what --fix would do; give both");
        }
        return lint(book, new TextReport(ink, WIDTH));
    }

    /// Before a file is changed: whether all that is named can be.
    private void requireMendable(LintTarget target) {
        for (String subject : subjects) {
            if (subject.equals("-") || !target.isFile(subject)) {
                throw new ParameterException(spec.commandLine(), "--fix mends files; " + Quoted.of(subject) + " is none");
            }
        }
    }

    private Integer lint(RuleBook book, TextReport text) throws IOException {
        LintTarget target = new LintTarget(book, options, spec.commandLine().getErr());
        if (options.fix()) {
            requireMendable(target);
        }
        StringWriter diff = new StringWriter();
        List<LintTarget.Judged> judged = judged(target, new PrintWriter(diff));
        List<LintResult> results = judged.stream().map(LintTarget.Judged::result).toList();
        if (!options.dryRun()) {
            output.print(spec, out -> format.write(results, Version.number(), text, out));
        } else {
            output.print(spec, out -> out.print(diff));
            // Standard output is the diff, fit for patch(1); what it leaves, and what the exit code is about, is told beside it.
            text.write(results, spec.commandLine().getErr());
        }
        return judged.stream().anyMatch(LintTarget.Judged::refused) ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private List<LintTarget.Judged> judged(LintTarget target, PrintWriter diff) throws IOException {
        List<LintTarget.Judged> judged = new ArrayList<>();
        try (TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            for (String subject : subjects) {
                judged.add(target.isFile(subject) ? target.file(subject, diff) : image(target, subject, images));
            }
            progress.done();
        }
        return judged;
    }

    private LintTarget.Judged image(LintTarget target, String subject, Images images) throws IOException {
        Inventories inventories = new Inventories(workspace.memo(images.store()));
        return images.look(Images.parse(subject), platform.chosen(), found -> target.image(subject, found.open(), inventories.of(found)));
    }

    private Rule rule(RuleBook book) {
        return book.find(explain).orElseThrow(() -> new CupelException(
                Fault.USAGE, "No rule is called " + Quoted.of(explain) + ".", "See `cupel lint --list`."));
    }
}
