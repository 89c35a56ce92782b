package dev.cupel.observe.probe.transcript;

import java.util.Locale;

/// What a port speaks, found by its greeting.
public enum Service {
    HTTP,
    HTTPS,
    /// HTTP/2 without TLS and without HTTP/1.1 beside it.
    H2C,
    /// TLS with something inside that is not HTTP.
    TLS,
    REDIS,
    POSTGRES,
    MYSQL,
    MEMCACHED,
    AMQP,
    SMTP,
    FTP,
    POP3,
    IMAP,
    SSH,
    NATS,
    /// It accepts connections and none of the known languages.
    TCP;

    /// As it stands in labels and reports.
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
