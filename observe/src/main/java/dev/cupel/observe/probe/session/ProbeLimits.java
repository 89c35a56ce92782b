package dev.cupel.observe.probe.session;

import dev.cupel.observe.probe.http.HttpLimits;
import java.time.Duration;

/// Bounds of one session of probing, readiness not included.
///
/// @param reply for one reply of a service that is not HTTP
/// @param total after which no further question is made up; those the user named are asked all the same
/// @param ports that are explored, the lowest first
public record ProbeLimits(HttpLimits http, Duration reply, Duration total, int ports) {
    public static final ProbeLimits USUAL = new ProbeLimits(HttpLimits.USUAL, Duration.ofSeconds(5), Duration.ofSeconds(20), 16);

    public ProbeLimits withHttp(HttpLimits other) {
        return new ProbeLimits(other, reply, total, ports);
    }

    public ProbeLimits withTotal(Duration limit) {
        return new ProbeLimits(http, reply, limit, ports);
    }
}
