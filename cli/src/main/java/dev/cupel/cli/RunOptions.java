package dev.cupel.cli;

import dev.cupel.cli.value.CommandText;
import dev.cupel.cli.value.Port;
import dev.cupel.cli.value.Variable;
import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.image.manifest.ImageConfig;
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
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// How the image is run and questioned: the options of `docker run` that matter, and the probes.
final class RunOptions {
    static final String HEADING = "%nHow the image is run and questioned:%n";

    static final String REPEATABLE = "Options marked * may be given more than once.";

    private static final Duration COMMAND = Duration.ofMinutes(5);
    private static final int HTTP = 80;

    @Option(names = {"-e", "--env"}, paramLabel = "NAME=VALUE", description = "A variable; NAME alone takes it from here. *")
    private List<Variable> environment = new ArrayList<>();

    @Option(names = "--env-file", paramLabel = "FILE", description = "Variables, one a line. *")
    private List<Path> environmentFiles = new ArrayList<>();

    @Option(names = {"-v", "--volume"}, paramLabel = "HOST:PATH[:ro]", description = "Bind a file or directory of this machine. *")
    private List<Bind> binds = new ArrayList<>();

    @Option(names = "--tmpfs", paramLabel = "PATH[:OPTS]", description = "A file system in memory. *")
    private List<Tmpfs> tmpfs = new ArrayList<>();

    @Option(names = "--user", paramLabel = "USER[:GROUP]", description = "Run as this user.")
    private String user = "";

    @Option(names = "--entrypoint", paramLabel = "COMMAND", description = "Run this in place of the image's entry point.")
    private Optional<CommandText> entrypoint = Optional.empty();

    @Option(names = "--cmd", paramLabel = "COMMAND", description = "Give this in place of the image's command.")
    private Optional<CommandText> command = Optional.empty();

    @Option(names = "--network", paramLabel = "KIND", description = "none, loopback or host (default: loopback).",
            completionCandidates = Choices.Networks.class)
    private Network network = Network.LOOPBACK;

    @Option(names = "--runtime", paramLabel = "KIND", description = "embedded, or docker: in Docker Engine (default: embedded).",
            completionCandidates = Choices.Runtimes.class)
    private RuntimeKind runtime = RuntimeKind.EMBEDDED;

    @Option(names = {"-p", "--port"}, paramLabel = "PORT", description = "A TCP port that must come up. *")
    private List<Port> ports = new ArrayList<>();

    @Option(names = "--exec", paramLabel = "COMMAND", description = "Run this inside, too; for command-line images. *")
    private List<CommandText> commands = new ArrayList<>();

    @Option(names = "--probe", paramLabel = "FILE", description = "Ask the questions of this file. *")
    private List<Path> probeFiles = new ArrayList<>();

    @Option(names = "--test", paramLabel = "COMMAND", description = "Your own test, run here in the container's network. *")
    private List<CommandText> tests = new ArrayList<>();

    RuntimeKind runtime() {
        return runtime;
    }

    RunPlan runPlan(Map<String, String> here) throws IOException {
        RunPlan plan = RunPlan.asTheImageSays()
                .withEnvironment(variables(here))
                .withBinds(binds)
                .withTmpfs(tmpfs)
                .withNetwork(network);
        plan = user.isEmpty() ? plan : plan.withUser(user);
        plan = entrypoint.isEmpty() ? plan : plan.withEntrypoint(entrypoint.get().words());
        return command.isEmpty() ? plan : plan.withCommand(command.get().words());
    }

    /// The user's own, files read: to be called before anything is fetched or run.
    List<ProbePlan.Question> questions() throws IOException {
        List<ProbePlan.Question> all = new ArrayList<>();
        for (CommandText text : commands) {
            all.add(new ProbePlan.Question(new Ask.Exec("exec", text.words(), new TreeMap<>(), COMMAND), Expectation.ANYTHING));
        }
        for (Path file : probeFiles) {
            probeFile(file).questions().forEach(one -> all.add(new ProbePlan.Question(one.ask(), one.expectation())));
        }
        for (CommandText text : tests) {
            all.add(new ProbePlan.Question(new Ask.HostTest(text.words(), numbers(), COMMAND), Expectation.ANYTHING));
        }
        return all;
    }

    ProbePlan probePlan(ImageConfig config, RunPlan run, List<ProbePlan.Question> questions) {
        SortedMap<String, String> pairs = new TreeMap<>();
        for (String line : run.environment()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                pairs.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        ProbePlan plan = ProbePlan.of(config).withPorts(numbers()).withEnvironment(pairs);
        for (ProbePlan.Question question : questions) {
            plan = plan.withQuestion(question.ask(), question.expectation());
        }
        return plan;
    }

    private SortedSet<Integer> numbers() {
        return ports.stream().map(Port::number).collect(Collectors.toCollection(TreeSet::new));
    }

    private ProbeFile probeFile(Path file) throws IOException {
        try {
            return ProbeFile.read(Files.readString(file), ports.isEmpty() ? HTTP : ports.getFirst().number());
        } catch (MalformedProbeFile e) {
            throw new CupelException(
                    Fault.USAGE, "Cannot use the probe file " + Quoted.of(file.toString()) + ": " + e.getMessage() + ".", "See docs/probe-file.md.", e);
        }
    }

    private List<String> variables(Map<String, String> here) throws IOException {
        List<Variable> all = new ArrayList<>();
        for (Path file : environmentFiles) {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    all.add(variable(file, line));
                }
            }
        }
        all.addAll(environment);
        return all.stream().map(one -> one.in(here)).toList();
    }

    private static Variable variable(Path file, String line) {
        try {
            return new Variable(line);
        } catch (IllegalArgumentException e) {
            throw new CupelException(
                    Fault.USAGE, "Cannot use the variables in " + Quoted.of(file.toString()) + ": " + e.getMessage() + ".", "Mend that line.", e);
        }
    }
}
