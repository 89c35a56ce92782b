package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Ask;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Requests still to be made: each once, a few of each shape, those that may end a session or the server last.
final class Frontier {
    private static final int PER_SHAPE = 4;
    private static final int PER_FOLDER = 60;
    private static final Pattern RISKY =
            Pattern.compile("(?i)log-?out|sign-?out|log-?off|delete|remove|destroy|shut-?down|restart|reboot|/stop|kill|/quit|/exit|crash");

    private final Deque<Ask.Http> usual = new ArrayDeque<>();
    private final Deque<Ask.Http> risky = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> alike = new HashMap<>();

    /// Takes it unless it is known or there are enough like it.
    void add(Ask.Http ask) {
        if (!known.add(key(ask))) {
            return;
        }
        String shape = ask.method() + " " + Target.shape(ask.target());
        String folder = "in " + ask.method() + " " + Target.path(ask.target()).replaceFirst("[^/]*$", "");
        if (count(shape) <= PER_SHAPE && count(folder) <= PER_FOLDER) {
            (isRisky(ask) ? risky : usual).add(ask);
        }
    }

    /// Takes it unless it is known, however many there are like it: somebody chose it.
    void addChosen(Ask.Http ask) {
        if (known.add(key(ask))) {
            (isRisky(ask) ? risky : usual).add(ask);
        }
    }

    /// The next one, if any; risky ones only after all others.
    Optional<Ask.Http> next() {
        return Optional.ofNullable(usual.isEmpty() ? risky.poll() : usual.poll());
    }

    /// The next one that is not risky, if any.
    Optional<Ask.Http> nextUsual() {
        return Optional.ofNullable(usual.poll());
    }

    private static String key(Ask.Http ask) {
        return ask.method() + " " + ask.target() + " " + ask.body().hashCode();
    }

    private int count(String kind) {
        return alike.merge(kind, 1, Integer::sum);
    }

    private static boolean isRisky(Ask.Http ask) {
        return ask.method().equals("DELETE") || RISKY.matcher(ask.target()).find();
    }
}
