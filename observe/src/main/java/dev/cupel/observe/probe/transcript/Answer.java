package dev.cupel.observe.probe.transcript;

import java.util.List;
import java.util.Optional;

/// What a container answered.
public sealed interface Answer {
    /// To [Ask.Start], [Ask.Survey] and the turns of a life.
    record State(Readiness readiness) implements Answer {}

    /// To [Ask.Http].
    record Http(int status, List<Header> headers, Body body) implements Answer {
        public Http {
            headers = List.copyOf(headers);
        }

        /// The first header field of this name (lower case).
        public Optional<String> header(String name) {
            return headers.stream().filter(one -> one.name().equals(name)).map(Header::value).findFirst();
        }
    }

    /// To [Ask.Talk]: what came after logging in, then one reply for each line.
    record Talk(List<String> replies) implements Answer {
        public Talk {
            replies = List.copyOf(replies);
        }
    }

    /// To [Ask.Exec] and [Ask.HostTest].
    record Ended(int exitCode, String output, String errors) implements Answer {}

    /// Nothing usable came back: connection refused, closed, timed out.
    record Silent(String reason) implements Answer {}
}
