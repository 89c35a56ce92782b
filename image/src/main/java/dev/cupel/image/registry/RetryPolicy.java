package dev.cupel.image.registry;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How often a request is sent again, and after what pause: doubling from `first` up to `longest`, with a random half so that a
/// crowd of clients does not come back as one. A registry's own `Retry-After` goes before, up to `longest`.
///
/// @param attempts in all, the first among them
/// @param pause how to wait; tests do not
public record RetryPolicy(int attempts, Duration first, Duration longest, RandomGenerator random, Pause pause) {
    /// Waits.
    @FunctionalInterface
    public interface Pause {
        void wait(Duration time) throws InterruptedException;
    }

    /// Five attempts within about 8 seconds of pauses; a registry that asks for more gets up to a minute.
    public static RetryPolicy standard() {
        return new RetryPolicy(5, Duration.ofMillis(500), Duration.ofMinutes(1), RandomGenerator.getDefault(), Thread::sleep);
    }

    /// Waits before attempt `next`, counted from 1 for the second one.
    void before(int next, Optional<Duration> asked) throws InterruptedIOException {
        Duration grown = first.multipliedBy(1L << Math.min(next - 1, 16));
        Duration half = shorter(grown, longest).dividedBy(2);
        Duration own = half.plusNanos((long) (half.toNanos() * random.nextDouble()));
        try {
            pause.wait(asked.map(time -> shorter(time, longest)).orElse(own));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("interrupted before a request was sent again").initCause(e);
        }
    }

    /// Reads `Retry-After`: seconds or a date (RFC 9110, section 10.2.3); empty for anything else.
    static Optional<Duration> retryAfter(String value, Instant now) {
        if (value.matches("[0-9]{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
