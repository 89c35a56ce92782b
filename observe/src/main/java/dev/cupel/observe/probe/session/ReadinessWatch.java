package dev.cupel.observe.probe.session;

import dev.cupel.observe.observation.ListeningSocket;
import dev.cupel.observe.probe.ProbeTarget;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Readiness;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Waits until a container is ready: it listens where it should and has settled, or it has ended.
final class ReadinessWatch {
    private static final int LOG_TAIL = 4_000;
    private static final int QUIET_WITHOUT_PORT = 8;
    private final ProbeTarget target;
    private final Patience patience;
    private final Ticker ticker;

    ReadinessWatch(ProbeTarget target, Patience patience, Ticker ticker) {
        this.target = target;
        this.patience = patience;
        this.ticker = ticker;
    }

    /// @param ports TCP ports that must be listened on; none: any one will do, and a container that settles without is idle
    Readiness await(SortedSet<Integer> ports) throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(patience.start(), ticker);
        Quiet quiet = new Quiet(ticker);
        while (!deadline.passed()) {
            if (!target.running()) {
                return exited();
            }
            List<ListeningSocket> sockets = target.listening();
            Duration still = quiet.look(sockets, target.filesSeen(), target.log().length());
            if (serves(ports, sockets, still)) {
                return new Readiness.Listening(Ask.spelled(sockets));
            }
            if (ports.isEmpty() && still.compareTo(patience.steady().multipliedBy(QUIET_WITHOUT_PORT)) >= 0) {
                return new Readiness.Idle();
            }
            ticker.pause(patience.poll());
        }
        return unready(ports, deadline);
    }

    /// The state right now.
    Readiness now() throws IOException {
        if (!target.running()) {
            return exited();
        }
        List<ListeningSocket> sockets = target.listening();
        return sockets.isEmpty() ? new Readiness.Idle() : new Readiness.Listening(Ask.spelled(sockets));
    }

    // All that is waited for: a short quiet will do. Only some of it (an image may expose what it does not serve): a long one.
    private boolean serves(SortedSet<Integer> ports, List<ListeningSocket> sockets, Duration still) {
        SortedSet<Integer> open = tcp(sockets);
        if (open.isEmpty()) {
            return false;
        }
        boolean all = open.containsAll(ports);
        return still.compareTo(all ? patience.steady() : patience.steady().multipliedBy(QUIET_WITHOUT_PORT)) >= 0;
    }

    private Readiness unready(SortedSet<Integer> ports, Deadline deadline) throws IOException {
        if (!tcp(target.listening()).isEmpty()) {
            return new Readiness.Listening(Ask.spelled(target.listening())); // it never settled, but it serves
        }
        String waited = ports.isEmpty() ? "to listen anywhere" : "to listen on port " + joined(ports);
        return new Readiness.Unready("it was waited %d s for it %s, and it does not".formatted(deadline.elapsed().toSeconds(), waited), tail());
    }

    private Readiness exited() {
        return new Readiness.Exited(target.exitCode().orElse(-1), tail());
    }

    private String tail() {
        String log = target.log();
        return log.substring(Math.max(0, log.length() - LOG_TAIL));
    }

    static SortedSet<Integer> tcp(List<ListeningSocket> sockets) {
        return sockets.stream()
                .filter(socket -> socket.protocol().equals("tcp"))
                .map(ListeningSocket::port)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String joined(SortedSet<Integer> ports) {
        return ports.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }
}
