package dev.cupel.cli;

import dev.cupel.vulnerability.decision.Decisions;
import dev.cupel.vulnerability.decision.Policy;
import dev.cupel.vulnerability.decision.PolicyFile;
import dev.cupel.vulnerability.vex.VexBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where it stands what was decided about findings.
final class PolicyOptions {
    @Option(names = "--vex", paramLabel = "FILE|DIR|attached", description = "Statements to be believed: OpenVEX, CSAF VEX, CycloneDX VEX; attached, for scan: those in the image's registry. *")
    private List<String> vex = List.of();

    @Option(names = "--policy", paramLabel = "FILE", description = "Gates, rules to ignore, VEX (default: " + PolicyFile.NAME + " if it is there).")
    private Optional<Path> policyFile = Optional.empty();

    /// What was decided.
    ///
    /// @param file that the policy is from, or would be
    /// @param attached whether statements that are attached to an image count, too
    record Decided(Policy policy, Path file, Decisions decisions, VexPlaces.Attached attached) {}

    Decided read(Instant now) throws IOException {
        Path usual = Path.of(PolicyFile.NAME);
        Optional<Path> file = policyFile.or(() -> Files.isRegularFile(usual) ? Optional.of(usual) : Optional.empty());
        Policy policy = file.isPresent() ? new PolicyFile(file.get()).read() : Policy.NONE;
        VexPlaces places = VexPlaces.of(vex, policy.vex(), file.orElse(usual));
        Decisions decisions = new Decisions(policy.ignores(), new VexBook(places.read(), policy.trust()), now);
        return new Decided(policy, file.orElse(usual), decisions, places.attached());
    }
}
