package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.observe.probe.file.CommandWords;
import dev.cupel.observe.probe.file.MalformedProbeFile;
import dev.cupel.observe.probe.file.ProbeFile;
import dev.cupel.observe.probe.session.ProbePlan;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Expectation;
import dev.cupel.observe.run.Bind;
import dev.cupel.observe.run.Network;
import dev.cupel.observe.run.RunPlan;
import dev.cupel.observe.run.Tmpfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/// How the image is run and questioned: the options of `docker run` that matter, and the probes.
final class RunOptions {
    private static final Duration COMMAND = Duration.ofMinutes(5);
    private static final int HTTP = 80;

    @Option(names = {"-e", "--env"}, paramLabel = "NAME=VALUE", description = "Set a variable; NAME alone takes it from here. Repeatable.")
    private List<String> environment = new ArrayList<>();

    @Option(names = "--env-file", paramLabel = "FILE", description = "Read variables from a file, one a line. Repeatable.")
    private List<Path> environmentFiles = new ArrayList<>();

    @Option(names = {"-v", "--volume"}, paramLabel = "HOST:CONTAINER[:ro]", description = "Bind a file or directory. Repeatable.")
    private List<String> binds = new ArrayList<>();

    @Option(names = "--tmpfs", paramLabel = "PATH[:OPTIONS]", description = "Mount a file system in memory. Repeatable.")
    private List<String> tmpfs = new ArrayList<>();

    @Option(names = "--user", paramLabel = "USER[:GROUP]", description = "Run as this user.")
    private String user = "";

    @Option(names = "--entrypoint", paramLabel = "COMMAND", description = "Run this in place of the image's entry point.")
    private String entrypoint = "";

    @Option(names = "--cmd", paramLabel = "COMMAND", description = "Give this in place of the image's command.")
    private String command = "";

    @Option(names = "--network", paramLabel = "KIND", description = "none, loopback or host (default: loopback).")
    private Network network = Network.LOOPBACK;

    @Option(names = "--runtime", paramLabel = "KIND", description = "embedded, or docker to run it in Docker Engine (default: embedded).")
    private RuntimeKind runtime = RuntimeKind.EMBEDDED;

    @Option(names = {"-p", "--port"}, paramLabel = "PORT", description = "A TCP port that must come up. Repeatable.")
    private List<Integer> ports = new ArrayList<>();

    @Option(names = "--exec", paramLabel = "COMMAND", description = "Also run this command inside; repeatable. For command-line images too.")
    private List<String> commands = new ArrayList<>();

    @Option(names = "--probe", paramLabel = "FILE", description = "Ask the questions of this file (docs/probe-file.md). Repeatable.")
    private List<Path> probeFiles = new ArrayList<>();

    @Option(names = "--test", paramLabel = "COMMAND", description = "Run your own test on this machine, in the container's network. Repeatable.")
    private List<String> tests = new ArrayList<>();

    RuntimeKind runtime() {
        return runtime;
    }

    RunPlan runPlan() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        RunPlan plan = RunPlan.asTheImageSays()
                .withEnvironment(variables())
                .withBinds(binds.stream().map(text -> Bind.parse(text, here)).toList())
                .withTmpfs(tmpfs.stream().map(Tmpfs::parse).toList())
                .withNetwork(network);
        plan = user.isEmpty() ? plan : plan.withUser(user);
        plan = entrypoint.isEmpty() ? plan : plan.withEntrypoint(words(entrypoint));
        return command.isEmpty() ? plan : plan.withCommand(words(command));
    }

    ProbePlan probePlan(ImageConfig config) throws IOException {
        SortedMap<String, String> pairs = new TreeMap<>();
        for (String line : variables()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                pairs.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        ProbePlan plan = ProbePlan.of(config).withPorts(new TreeSet<>(ports)).withEnvironment(pairs);
        for (String text : commands) {
            plan = plan.withQuestion(new Ask.Exec("exec", words(text), new TreeMap<>(), COMMAND), Expectation.ANYTHING);
        }
        for (Path file : probeFiles) {
            for (ProbeFile.Question question : probeFile(file).questions()) {
                plan = plan.withQuestion(question.ask(), question.expectation());
            }
        }
        for (String text : tests) {
            plan = plan.withQuestion(new Ask.HostTest(words(text), new TreeSet<>(ports), COMMAND), Expectation.ANYTHING);
        }
        return plan;
    }

    private ProbeFile probeFile(Path file) throws IOException {
        try {
            return ProbeFile.read(Files.readString(file), ports.isEmpty() ? HTTP : ports.getFirst());
        } catch (MalformedProbeFile e) {
            throw new CupelException(
                    Fault.USAGE, "Cannot use the probe file " + Quoted.of(file.toString()) + ": " + e.getMessage() + ".", "See docs/probe-file.md.", e);
        }
    }

    private List<String> variables() throws IOException {
        List<String> all = new ArrayList<>();
        for (Path file : environmentFiles) {
            Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(all::add);
        }
        for (String line : environment) {
            String value = System.getenv(line);
            all.add(line.contains("=") || value == null ? line : line + "=" + value);
        }
        return all;
    }

    private static List<String> words(String text) {
        try {
            return CommandWords.split(text);
        } catch (IllegalArgumentException e) {
            throw new CupelException(Fault.USAGE, "Cannot read the command " + Quoted.of(text) + ": " + e.getMessage() + ".", "Check its quotes.", e);
        }
    }
}
