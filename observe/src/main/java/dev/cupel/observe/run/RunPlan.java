package dev.cupel.observe.run;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.ImageConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How an image is to be run: what differs from what the image itself says. The same plan runs the original and the slim image.
///
/// @param environment `NAME=value`, or `NAME` alone to take a variable of the image away; later ones win
/// @param user as `--user` takes it
/// @param entrypoint in place of the image's, whose command then goes too, as with `docker run --entrypoint`
/// @param command in place of the image's
public record RunPlan(
        List<String> environment,
        List<Bind> binds,
        List<Tmpfs> tmpfs,
        Optional<String> user,
        Optional<List<String>> entrypoint,
        Optional<List<String>> command,
        Network network,
        String hostname,
        Limits limits) {

    public RunPlan {
        environment = List.copyOf(environment);
        binds = List.copyOf(binds);
        tmpfs = List.copyOf(tmpfs);
        entrypoint = entrypoint.map(List::copyOf);
        command = command.map(List::copyOf);
    }

    /// As the image says, on a network of its own. The host name is always the same, so that two runs can be compared.
    public static RunPlan asTheImageSays() {
        return new RunPlan(
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Network.LOOPBACK,
                "cupel",
                Limits.standard());
    }

    public RunPlan withEnvironment(List<String> lines) {
        return new RunPlan(lines, binds, tmpfs, user, entrypoint, command, network, hostname, limits);
    }

    public RunPlan withBinds(List<Bind> all) {
        return new RunPlan(environment, all, tmpfs, user, entrypoint, command, network, hostname, limits);
    }

    public RunPlan withTmpfs(List<Tmpfs> all) {
        return new RunPlan(environment, binds, all, user, entrypoint, command, network, hostname, limits);
    }

    public RunPlan withUser(String name) {
        return new RunPlan(environment, binds, tmpfs, Optional.of(name), entrypoint, command, network, hostname, limits);
    }

    public RunPlan withEntrypoint(List<String> words) {
        return new RunPlan(environment, binds, tmpfs, user, Optional.of(words), command, network, hostname, limits);
    }

    public RunPlan withCommand(List<String> words) {
        return new RunPlan(environment, binds, tmpfs, user, entrypoint, Optional.of(words), network, hostname, limits);
    }

    public RunPlan withNetwork(Network other) {
        return new RunPlan(environment, binds, tmpfs, user, entrypoint, command, other, hostname, limits);
    }

    public RunPlan withHostname(String name) {
        return new RunPlan(environment, binds, tmpfs, user, entrypoint, command, network, name, limits);
    }

    public RunPlan withLimits(Limits other) {
        return new RunPlan(environment, binds, tmpfs, user, entrypoint, command, network, hostname, other);
    }

    /// The same for a command in place of the image's, entry point too, with variables over the plan's.
    RunPlan running(List<String> words, Map<String, String> variables) {
        List<String> lines = new ArrayList<>(environment);
        lines.addAll(Environment.lines(variables));
        return withEntrypoint(List.of()).withCommand(words).withEnvironment(lines);
    }

    /// The volumes that the image asks for and the plan puts nothing over.
    List<ImagePath> volumesOf(ImageConfig image) {
        return image.volumes().stream()
                .map(ImagePath::of)
                .filter(place -> !place.isRoot()
                        && binds.stream().noneMatch(bind -> bind.target().equals(place))
                        && tmpfs.stream().noneMatch(one -> one.target().equals(place)))
                .toList();
    }

    /// The words that are run, entry point first; where nobody says any it is a [CupelException].
    List<String> words(ImageConfig image) {
        List<String> all = new ArrayList<>(entrypoint.orElse(image.entrypoint()));
        all.addAll(command.orElse(entrypoint.isPresent() ? List.of() : image.command()));
        if (all.isEmpty()) {
            throw new CupelException(Fault.USAGE, "The image says no command to run.", "Name one with --entrypoint or --cmd.");
        }
        return all;
    }
}
