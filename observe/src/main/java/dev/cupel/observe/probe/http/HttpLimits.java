package dev.cupel.observe.probe.http;

import java.time.Duration;

/// How far HTTP probing may go on one port.
///
/// @param request for one request, its answer included; an endless answer is cut there and compared by its beginning
/// @param bodyBytes what is read of one answer
/// @param textBytes what is kept of one answer's text
/// @param requests over all rounds
/// @param quietRounds rounds of mutated requests without a new file after which they end
public record HttpLimits(Duration request, long bodyBytes, int textBytes, int requests, int quietRounds) {
    /// Enough for a big site, bounded for a bottomless one.
    public static final HttpLimits USUAL = new HttpLimits(Duration.ofSeconds(5), 8L << 20, 512 << 10, 500, 3);

    public HttpLimits withRequests(int count) {
        return new HttpLimits(request, bodyBytes, textBytes, count, quietRounds);
    }

    public HttpLimits withRequest(Duration timeout) {
        return new HttpLimits(timeout, bodyBytes, textBytes, requests, quietRounds);
    }
}
