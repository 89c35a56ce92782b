package dev.cupel.observe.probe.session;

import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Expectation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What to do to a container in order to see what it needs: what its image says and what the user asked for.
///
/// @param ports TCP ports that the user named; they must come up
/// @param exposed TCP ports that the image exposes; they may come up
/// @param environment of the container, user's variables included: it holds the services' passwords
/// @param healthCheck the command, ready to run
/// @param questions the user's own: `--exec`, `--probe`, `--test`, in order; a request or talk without these is made up
/// @param crawl whether to explore what listens, beyond the user's own questions
public record ProbePlan(
        SortedSet<Integer> ports,
        SortedSet<Integer> exposed,
        SortedMap<String, String> environment,
        Optional<Ask.Exec> healthCheck,
        List<Question> questions,
        LifeCycle lifeCycle,
        Patience patience,
        ProbeLimits limits,
        boolean crawl) {

    /// One question of the user's with what the answer must be.
    public record Question(Ask ask, Expectation expectation) {}

    public ProbePlan {
        ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
        exposed = Collections.unmodifiableSortedSet(new TreeSet<>(exposed));
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        questions = List.copyOf(questions);
    }

    /// What the image itself says.
    public static ProbePlan of(ImageConfig config) {
        SortedMap<String, String> environment = new TreeMap<>();
        config.environment().forEach(line -> environment.put(line.replaceFirst("=.*", ""), line.replaceFirst("^[^=]*=?", "")));
        Optional<Ask.Exec> health = config.healthCheck().flatMap(check -> HealthCommand.of(check, config.shell()));
        return new ProbePlan(new TreeSet<>(), tcpPorts(config.exposedPorts()), environment, health, List.of(), LifeCycle.of(config),
                Patience.USUAL, ProbeLimits.USUAL, true);
    }

    public ProbePlan withPorts(SortedSet<Integer> named) {
        return new ProbePlan(named, exposed, environment, healthCheck, questions, lifeCycle, patience, limits, crawl);
    }

    /// Adds to the environment; a variable that is there already gets the new value.
    public ProbePlan withEnvironment(Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(environment);
        all.putAll(more);
        return new ProbePlan(ports, exposed, all, healthCheck, questions, lifeCycle, patience, limits, crawl);
    }

    /// Adds one question at the end.
    public ProbePlan withQuestion(Ask ask, Expectation expectation) {
        List<Question> all = new ArrayList<>(questions);
        all.add(new Question(ask, expectation));
        return new ProbePlan(ports, exposed, environment, healthCheck, all, lifeCycle, patience, limits, crawl);
    }

    public ProbePlan withPatience(Patience other) {
        return new ProbePlan(ports, exposed, environment, healthCheck, questions, lifeCycle, other, limits, crawl);
    }

    public ProbePlan withLimits(ProbeLimits other) {
        return new ProbePlan(ports, exposed, environment, healthCheck, questions, lifeCycle, patience, other, crawl);
    }

    public ProbePlan withCrawl(boolean explore) {
        return new ProbePlan(ports, exposed, environment, healthCheck, questions, lifeCycle, patience, limits, explore);
    }

    /// What to wait for: the user's ports, else the image's.
    Ask.Start start() {
        return new Ask.Start(ports.isEmpty() ? exposed : ports);
    }

    private static SortedSet<Integer> tcpPorts(SortedSet<String> written) {
        TreeSet<Integer> all = new TreeSet<>();
        written.stream()
                .filter(text -> text.matches("\\d{1,5}(/tcp)?"))
                .map(text -> Integer.parseInt(text.replace("/tcp", "")))
                .forEach(all::add);
        return all;
    }
}
