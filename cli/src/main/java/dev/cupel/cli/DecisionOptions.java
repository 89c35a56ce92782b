package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.vulnerability.decision.Decisions;
import dev.cupel.vulnerability.decision.Policy;
import dev.cupel.vulnerability.decision.PolicyFile;
import dev.cupel.vulnerability.gate.Baseline;
import dev.cupel.vulnerability.gate.Gate;
import dev.cupel.vulnerability.vex.MalformedVex;
import dev.cupel.vulnerability.vex.VexBook;
import dev.cupel.vulnerability.vex.VexSource;
import dev.cupel.vulnerability.vex.VexStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What a person demands of scans, and decided about findings.
final class DecisionOptions {
    @Option(names = "--fail-on", paramLabel = "GATE", split = ",", description = "Exit with 1 if a finding is: " + Gate.SYNTAX + ". *")
    private List<Gate> failOn = List.of();

    @Option(names = "--baseline", paramLabel = "FILE", description = "An earlier report (JSON): what it has is not new.")
    private Optional<Path> baseline = Optional.empty();

    @Option(names = "--vex", paramLabel = "FILE|DIR", description = "Statements to be believed: OpenVEX, CSAF VEX, CycloneDX VEX. *")
    private List<Path> vex = List.of();

    @Option(names = "--policy", paramLabel = "FILE", description = "Gates, rules to ignore, VEX (default: " + PolicyFile.NAME + " if it is there).")
    private Optional<Path> policyFile = Optional.empty();

    /// All of it, read.
    ///
    /// @param known keys of findings that were there before
    record Demands(List<Gate> gates, Set<String> known, Decisions decisions) {}

    Demands read(CommandSpec spec, Instant now) throws IOException {
        Path usual = Path.of(PolicyFile.NAME);
        Optional<Path> file = policyFile.or(() -> Files.isRegularFile(usual) ? Optional.of(usual) : Optional.empty());
        Policy policy = file.isPresent() ? new PolicyFile(file.get()).read() : Policy.NONE;
        List<Gate> gates = new ArrayList<>(failOn);
        for (String one : policy.failOn()) {
            gates.add(parse(one, file.orElseThrow()));
        }
        if (baseline.isEmpty() && gates.stream().anyMatch(Gate::needsBaseline)) {
            throw new ParameterException(spec.commandLine(), "what is new only a --baseline tells");
        }
        List<VexStatement> statements = new ArrayList<>();
        List<Path> places = new ArrayList<>(vex);
        policy.vex().forEach(one -> places.add(file.orElseThrow().resolveSibling(one)));
        for (Path place : places) {
            statements.addAll(statements(place));
        }
        Set<String> known = baseline.isPresent() ? new Baseline(baseline.get()).keys() : Set.of();
        return new Demands(gates, known, new Decisions(policy.ignores(), new VexBook(statements), now));
    }

    private static Gate parse(String text, Path file) {
        try {
            return Gate.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CupelException(Fault.INPUT, "Cannot read the policy " + file + ": " + e.getMessage() + ".", "See docs/scan.md for its form.");
        }
    }

    private static List<VexStatement> statements(Path place) throws IOException {
        try {
            return new VexSource(place).read();
        } catch (MalformedVex e) {
            throw new CupelException(Fault.INPUT, "Cannot read VEX: " + e.getMessage() + ".", "Name documents of OpenVEX, CSAF VEX or CycloneDX VEX, all of them JSON.", e);
        }
    }
}
