package dev.cupel.cli;

import dev.cupel.cli.answer.TakenIn;
import dev.cupel.cli.answer.Updated;
import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.registry.Registries;
import dev.cupel.image.registry.http.HttpClients;
import dev.cupel.image.registry.http.Transport;
import dev.cupel.image.registry.http.TrustedCertificates;
import dev.cupel.vulnerability.intake.FeedAddresses;
import dev.cupel.vulnerability.intake.Import;
import dev.cupel.vulnerability.intake.RegistryDatabase;
import dev.cupel.vulnerability.intake.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `cupel db update`.
@Command(
        name = "update",
        description = "Fetch what is new: OSV's exports, KEV, EPSS, distributions' trackers.",
        abbreviateSynopsis = true,
        footer = {
            "",
            "Only what changed is fetched; what was cut off is gone on with next time.",
            "A source that cannot be had stays as it was; exit code 3 tells of it."
        })
final class DbUpdateCommand implements Callable<Integer> {
    private static final String OCI = "oci://";
    private static final Duration STALL = Duration.ofMinutes(1);

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Only these sources, such as Debian, npm, kev, alpine. *")
    private List<String> only = List.of();

    @Option(names = "--mirror", paramLabel = "ADDRESS", description = "Where OSV's exports lie instead (ECOSYSTEM/all.zip): https:, file:.")
    private Optional<String> mirror = Optional.empty();

    @Option(names = "--source", paramLabel = "NAME=ADDRESS", description = "Another address of one source, or one more of OSV records. *")
    private Map<String, String> others = Map.of();

    @Option(names = "--from", paramLabel = "ADDRESS", description = "A whole database instead: oci://REGISTRY/NAME:TAG.")
    private Optional<String> from = Optional.empty();

    @Mixin
    private SourceOptions sources;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    DbUpdateCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        output.requireWritable();
        if (from.isPresent() && (mirror.isPresent() || !only.isEmpty() || !others.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--from fetches a whole database; leave --only, --mirror and --source out");
        }
        try (TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                HttpClients clients = new HttpClients(new TrustedCertificates(workspace.environment(), Path.of("/")), Duration.ofSeconds(15))) {
            return from.isPresent() ? whole(from.get(), clients, progress) : parts(new Transport(clients, STALL), progress);
        }
    }

    private int parts(Transport transport, TerminalProgress progress) throws IOException {
        String osv = mirror.map(it -> it.endsWith("/") ? it.substring(0, it.length() - 1) : it).orElse(FeedAddresses.OSV);
        Path file = database.file(workspace);
        List<Update.Outcome> outcomes = new Update(file, workspace.cache().resolve("downloads"), transport, workspace.clock(), progress).from(new FeedAddresses(osv, others, only));
        progress.done();
        Updated updated = new Updated(file.toString(), outcomes);
        output.give(updated, spec);
        return updated.complete() ? ExitCode.DONE : ExitCode.ENVIRONMENT;
    }

    private int whole(String address, HttpClients clients, TerminalProgress progress) throws IOException {
        if (!address.startsWith(OCI) || !(Images.parse("docker://" + address.substring(OCI.length())) instanceof ImageReference.InRegistry(var name))) {
            throw new CupelException(Fault.USAGE, Quoted.of(address) + " is no address of a database.", "Write oci://REGISTRY/NAME:TAG; a file is taken in with `cupel db import`.");
        }
        Path folder = Files.createDirectories(workspace.cache().resolve("downloads"));
        Path file = Files.createTempFile(folder, "database", "");
        Instant begun = workspace.clock().instant();
        try {
            progress.step("fetching " + name);
            new RegistryDatabase(new Registries(sources.settings(), clients), name).saveTo(file);
            Import.Taken taken = new Import(database.file(workspace), workspace.clock()).from(file);
            progress.done();
            output.give(TakenIn.of(database.file(workspace), taken, Duration.between(begun, workspace.clock().instant())), spec);
            return ExitCode.DONE;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
