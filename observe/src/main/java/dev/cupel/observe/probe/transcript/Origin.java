package dev.cupel.observe.probe.transcript;

/// Where an HTTP server of the container is reached, from inside its network.
public record Origin(int port, boolean tls) {
    public Origin {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(port + " is not a port; ports are 1 to 65535");
        }
    }

    /// `http://127.0.0.1:8080`, without a slash at the end.
    public String base() {
        return (tls ? "https" : "http") + "://127.0.0.1:" + port;
    }

    @Override
    public String toString() {
        return base();
    }
}
