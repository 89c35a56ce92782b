package dev.cupel.observe.probe.transcript;

import dev.cupel.observe.observation.ListeningSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One thing that is asked of a container, concrete enough to be asked again of another one.
public sealed interface Ask {
    /// What a person calls it, and the phase that accesses seen meanwhile belong to: `GET /users`, `redis 6379`.
    String label();

    /// Become ready: listen on these TCP ports (none: any), or end if this is a command-line tool.
    record Start(SortedSet<Integer> ports) implements Ask {
        public Start {
            ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
        }

        @Override
        public String label() {
            return "start";
        }
    }

    /// Tell whether you still run and where you listen: the last question, after all others.
    record Survey() implements Ask {
        @Override
        public String label() {
            return "survey";
        }
    }

    /// One HTTP/1.1 request. Cookies are not among the headers: whoever asks keeps a jar, so that a session made anew works.
    ///
    /// @param target path and query as sent, beginning with `/`
    /// @param borrowed parts of target and body that an earlier answer handed out, to be taken anew from its new answer
    record Http(Origin origin, String method, String target, List<Header> headers, String body, List<Borrowed> borrowed)
            implements Ask {
        // What makes a variant of a request; other headers may carry secrets, and no label shows them.
        private static final Set<String> TELLING = Set.of(
                "accept", "accept-encoding", "accept-language", "if-match", "if-modified-since", "if-none-match", "range");

        public Http {
            if (!target.startsWith("/") && !target.equals("*")) {
                throw new IllegalArgumentException("a request's target begins with a slash: " + target);
            }
            headers = List.copyOf(headers);
            borrowed = List.copyOf(borrowed);
        }

        /// A plain GET.
        public static Http get(Origin origin, String target) {
            return new Http(origin, "GET", target, List.of(), "", List.of());
        }

        public Http withMethod(String other) {
            return new Http(origin, other, target, headers, body, borrowed);
        }

        public Http withHeader(String name, String value) {
            List<Header> more = new ArrayList<>(headers);
            more.add(new Header(name, value));
            return new Http(origin, method, target, more, body, borrowed);
        }

        @Override
        public String label() {
            return method + " " + target + (origin.tls() ? " over TLS" : "") + variant();
        }

        private String variant() {
            String telling = headers.stream()
                    .filter(header -> TELLING.contains(header.name().toLowerCase(Locale.ROOT)))
                    .map(header -> header.name() + ": " + header.value())
                    .collect(Collectors.joining(", "));
            return telling.isEmpty() ? "" : " (" + telling + ")";
        }
    }

    /// A conversation in the service's own protocol: log in, then say these lines one after the other.
    ///
    /// @param lines commands, statements or requests, in the service's own words
    record Talk(int port, Service service, Login login, List<String> lines) implements Ask {
        public Talk {
            lines = List.copyOf(lines);
        }

        @Override
        public String label() {
            return service.title() + " " + port;
        }
    }

    /// A command inside the container.
    ///
    /// @param purpose `health check`, `exec` or the name of a probe file's step
    record Exec(String purpose, List<String> command, SortedMap<String, String> environment, Duration timeout) implements Ask {
        public Exec {
            command = List.copyOf(command);
            environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        }

        @Override
        public String label() {
            return purpose + ": " + String.join(" ", command);
        }
    }

    /// The user's own test: a command of this machine, run inside the container's network.
    record HostTest(List<String> command, SortedSet<Integer> ports, Duration timeout) implements Ask {
        public HostTest {
            command = List.copyOf(command);
            ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
        }

        @Override
        public String label() {
            return "test: " + String.join(" ", command);
        }
    }

    /// A turn of the container's life, which whoever runs it performs: `reload`, `stop`, `second start`.
    ///
    /// @param signal what is sent, such as `SIGHUP`; empty for a start
    record Turn(String name, String signal) implements Ask {
        @Override
        public String label() {
            return name;
        }
    }

    /// Sockets as `tcp 0.0.0.0:80`, in order, so that two runs compare.
    static SortedSet<String> spelled(List<ListeningSocket> sockets) {
        SortedSet<String> all = new TreeSet<>();
        sockets.forEach(socket -> all.add(socket.protocol() + " " + socket.address() + ":" + socket.port()));
        return all;
    }
}
