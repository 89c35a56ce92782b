package dev.cupel.observe.probe.session;

import dev.cupel.observe.probe.transcript.Exchange;

/// Is told of each exchange as soon as it is over; progress displays listen.
@FunctionalInterface
public interface ProbeListener {
    void asked(Exchange exchange);
}
