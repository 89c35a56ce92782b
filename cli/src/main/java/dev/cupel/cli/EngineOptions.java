package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.registry.RegistrySettings;
import dev.cupel.inventory.InventorySource;
import dev.cupel.vulnerability.engine.ScanEngine;
import dev.cupel.vulnerability.engine.harbor.HarborAdapter;
import dev.cupel.vulnerability.engine.harbor.HarborArtifact;
import dev.cupel.vulnerability.engine.program.ChildLimits;
import dev.cupel.vulnerability.engine.program.Engines;
import dev.cupel.vulnerability.scan.ScanReport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Which other engines are asked beside Cupel's own.
final class EngineOptions {
    private static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    @Option(names = "--engine", paramLabel = "NAME", split = ",", description = "Also ask grype, trivy, osv-scanner, scout; auto: those that are installed. *")
    private List<String> names = List.of();

    @Option(names = "--adapter", paramLabel = "URL", description = "Also ask a scanner that speaks Harbor's API; the image must be in a registry. *")
    private List<URI> adapters = List.of();

    /// Before long work: names that there are not are a misuse.
    List<ScanEngine> programs(Map<String, String> environment, CommandSpec spec) {
        try {
            return new Engines(environment, ChildLimits.USUAL).named(names);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    /// Scanners that pull the image themselves.
    List<ScanEngine> adapters(InventorySource source, ScanReport.Subject subject, RegistrySettings settings) {
        List<ScanEngine> engines = new ArrayList<>();
        for (URI one : adapters) {
            ImageName name = inRegistry(source);
            String host = name.registry().equals("docker.io") ? "registry-1.docker.io" : name.registry();
            URI registry = URI.create((settings.plainHttp().contains(host) ? "http://" : "https://") + host);
            HarborArtifact artifact = new HarborArtifact(registry, "", name.repository(), Digest.parse(subject.digest()), OCI_MANIFEST);
            try {
                engines.add(new HarborAdapter("adapter " + one.getHost(), one, "", artifact, ChildLimits.USUAL.longest()));
            } catch (IllegalArgumentException e) {
                throw new CupelException(Fault.USAGE, "Cannot ask a scanner: " + e.getMessage() + ".", "Write --adapter https://HOST[:PORT].");
            }
        }
        return engines;
    }

    private static ImageName inRegistry(InventorySource source) {
        return switch (source) {
            case InventorySource.OfImage(ImageReference.InRegistry(var name)) -> name;
            case InventorySource.OfImage(ImageReference.Anywhere(var name)) -> name;
            case InventorySource.OfImage _, InventorySource.OfBill _ ->
                throw new CupelException(
                        Fault.USAGE, "A scanner behind --adapter pulls the image from a registry; " + source + " is in none.", "Name it as docker://REGISTRY/NAME.");
        };
    }
}
