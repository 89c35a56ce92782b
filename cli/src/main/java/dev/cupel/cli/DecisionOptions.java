package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Platform;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.inventory.InventorySource;
import dev.cupel.vulnerability.decision.Decisions;
import dev.cupel.vulnerability.gate.Baseline;
import dev.cupel.vulnerability.gate.Gate;
import dev.cupel.vulnerability.scan.ScanReport;
import dev.cupel.vulnerability.vex.AttachedVex;
import dev.cupel.vulnerability.vex.VexStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What a person demands of scans, and decided about findings.
final class DecisionOptions {
    @Option(names = "--fail-on", paramLabel = "GATE", split = ",", description = "Exit with 1 if a finding is: " + Gate.SYNTAX + ". *")
    private List<Gate> failOn = List.of();

    @Option(names = "--baseline", paramLabel = "FILE", description = "An earlier report (JSON): what it has is not new.")
    private Optional<Path> baseline = Optional.empty();

    @Mixin
    private PolicyOptions policy;

    /// All of it, read.
    ///
    /// @param known keys of findings that were there before
    /// @param attached whether statements that are attached to the image count, too
    record Demands(List<Gate> gates, Set<String> known, Decisions decisions, VexPlaces.Attached attached) {
        /// Where the image is looked at: what is attached is about the registry's own, of which an engine's copy may have another manifest.
        InventorySource from(InventorySource asked, CommandSpec spec) {
            return switch (attached) {
                case NO -> asked;
                case WHERE_IT_CAN -> RegistryImage.name(asked).map(Demands::inRegistry).orElse(asked);
                case DEMANDED -> inRegistry(new RegistryImage("--vex " + VexPlaces.ATTACHED, spec).of(asked));
            };
        }

        private static InventorySource inRegistry(ImageName name) {
            return new InventorySource.OfImage(new ImageReference.InRegistry(name));
        }

        /// The report of an image with what was decided about it.
        ScanReport decide(ScanReport report, InventorySource source, Images images, Platform platform) throws IOException {
            if (attached == VexPlaces.Attached.NO) {
                return decisions.apply(report);
            }
            if (!(source instanceof InventorySource.OfImage(ImageReference.InRegistry(var name)))) {
                return decisions.apply(report).noting(List.of("the policy counts on attached VEX, and " + source + " is in no registry"));
            }
            List<VexStatement> said = new AttachedVex(images.attachments(name)).read(platform);
            ScanReport decided = decisions.and(said).apply(report);
            return said.isEmpty() ? decided.noting(List.of("no VEX statement is attached to " + name)) : decided;
        }
    }

    Demands read(CommandSpec spec, Instant now) throws IOException {
        PolicyOptions.Decided decided = policy.read(now);
        List<Gate> gates = new ArrayList<>(failOn);
        for (String one : decided.policy().failOn()) {
            gates.add(parse(one, decided.file()));
        }
        if (baseline.isEmpty() && gates.stream().anyMatch(Gate::needsBaseline)) {
            throw new ParameterException(spec.commandLine(), "what is new only a --baseline tells");
        }
        Set<String> known = baseline.isPresent() ? new Baseline(baseline.get()).keys() : Set.of();
        return new Demands(gates, known, decided.decisions(), decided.attached());
    }

    private static Gate parse(String text, Path file) {
        try {
            return Gate.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CupelException(Fault.INPUT, "Cannot read the policy " + file + ": " + e.getMessage() + ".", "See docs/scan.md for its form.");
        }
    }
}
