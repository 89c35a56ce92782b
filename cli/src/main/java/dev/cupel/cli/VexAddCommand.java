package dev.cupel.cli;

import dev.cupel.cli.answer.VexStatements;
import dev.cupel.cli.value.Expiry;
import dev.cupel.cli.value.ProductName;
import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.vulnerability.vex.MalformedVex;
import dev.cupel.vulnerability.vex.VexDecision;
import dev.cupel.vulnerability.vex.VexFile;
import dev.cupel.vulnerability.vex.VexJustification;
import dev.cupel.vulnerability.vex.VexOrigin;
import dev.cupel.vulnerability.vex.VexProduct;
import dev.cupel.vulnerability.vex.VexStatement;
import dev.cupel.vulnerability.vex.VexStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel vex add`.
@Command(
        name = "add",
        description = "Add a statement to an OpenVEX file; the file is made if there is none.",
        abbreviateSynopsis = true,
        sortOptions = false,
        footer = {
            "",
            "not_affected needs --justification or --impact. Justifications:",
            "component_not_present, vulnerable_code_not_present,",
            "vulnerable_code_not_in_execute_path, inline_mitigations_already_exist,",
            "vulnerable_code_cannot_be_controlled_by_adversary."
        })
final class VexAddCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "OpenVEX 0.2.0; what it has stays.")
    private Path file = Path.of("");

    @Option(names = "--vuln", paramLabel = "ID", required = true, description = "CVE-…; again for its other names.")
    private List<String> vulnerabilities = new ArrayList<>();

    @Option(names = "--product", paramLabel = "PURL|IMAGE", required = true, description = "What it is about: package URL, image or digest; repeatable.")
    private List<ProductName> products = new ArrayList<>();

    @Option(names = "--subcomponent", paramLabel = "PURL", description = "Only this in the products; without a version all versions; repeatable.")
    private List<ProductName> subcomponents = new ArrayList<>();

    @Option(names = "--status", required = true, description = "not_affected, affected, fixed or under_investigation.",
            completionCandidates = Choices.Statuses.class)
    private VexStatus status = VexStatus.UNDER_INVESTIGATION;

    @Option(names = "--justification", paramLabel = "WORD", description = "Why not affected, in a word; see below.",
            completionCandidates = Choices.Justifications.class)
    private @Nullable VexJustification justification;

    @Option(names = "--impact", paramLabel = "TEXT", description = "Why not affected, in words.")
    private String impact = "";

    @Option(names = "--action", paramLabel = "TEXT", description = "What to do about it.")
    private String action = "";

    @Option(names = "--author", paramLabel = "NAME", required = true, description = "Who says so.")
    private String author = "";

    @Option(names = "--expires", paramLabel = "WHEN", description = "From when it does not count: 2026-12-31 (UTC), or 90d, 12w from now.")
    private @Nullable Expiry expiry;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    VexAddCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        output.requireWritable();
        Instant now = workspace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        VexStatement statement = statement(now);
        try {
            new VexFile(file).add(statement);
        } catch (MalformedVex e) {
            throw new CupelException(Fault.INPUT, "Cannot add to " + file + ": " + e.getMessage() + ".", "Name an OpenVEX 0.2.0 file, or a new one.");
        }
        output.give(VexStatements.of(List.of(statement), now), spec);
        return ExitCode.DONE;
    }

    private VexStatement statement(Instant now) {
        refuseIf(author.isBlank(), "--author is empty");
        refuseIf(vulnerabilities.stream().anyMatch(one -> one.isEmpty() || one.chars().anyMatch(c -> c <= ' ')), "--vuln is an id such as CVE-2024-1234");
        refuseIf(status != VexStatus.NOT_AFFECTED && justification != null, "--justification goes with --status not_affected");
        Optional<Instant> end = Optional.ofNullable(expiry).map(told -> told.after(now));
        refuseIf(end.filter(when -> !when.isAfter(now)).isPresent(), "--expires lies in the past");
        VexDecision decision = new VexDecision(status, Optional.ofNullable(justification), impact.strip(), action.strip(), end);
        refuseIf(decision.unfounded(), "--status not_affected needs --justification or --impact");
        List<String> parts = subcomponents.stream().map(ProductName::id).toList();
        return new VexStatement(
                vulnerabilities,
                products.stream().map(one -> VexProduct.of(one.id(), parts)).toList(),
                decision,
                new VexOrigin(author.strip(), now, String.valueOf(file.getFileName())));
    }

    private void refuseIf(boolean wrong, String message) {
        if (wrong) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
