package dev.cupel.observe.run;

/// What network a container sees (`--network`).
public enum Network {
    /// An interface that is down: not even its own 127.0.0.1 answers.
    NONE,
    /// Its own 127.0.0.1 and nothing else: what it listens on is reached from inside only. The default.
    LOOPBACK,
    /// The network of this machine.
    HOST
}
