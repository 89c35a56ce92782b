package dev.cupel.observe.probe.protocol;

import dev.cupel.observe.probe.transcript.Service;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The shortest question in each language, and how its answers and greetings are told from others.
final class Recognition {
    private Recognition() {}

    /// Whether the client speaks first.
    static boolean asks(Service service) {
        return question(service).length > 0 || service == Service.HTTPS;
    }

    static byte[] question(Service service) {
        return switch (service) {
            case HTTP -> ascii("OPTIONS / HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: cupel-probe\r\nConnection: close\r\n\r\n");
            case H2C -> ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
            case REDIS -> ascii("PING\r\n");
            case POSTGRES -> new byte[] {0, 0, 0, 8, 4, (byte) 210, 22, 47}; // SSLRequest: length 8, code 80877103
            case MEMCACHED -> ascii("version\r\n");
            case AMQP -> new byte[] {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
            case HTTPS, TLS, MYSQL, SMTP, FTP, POP3, IMAP, SSH, NATS, TCP -> new byte[0];
        };
    }

    /// @param answer the first bytes, one a character
    static boolean isAnswer(Service service, String answer) {
        return switch (service) {
            case HTTP -> answer.startsWith("HTTP/1.");
            // A SETTINGS frame on stream 0: length in three bytes, type 4, flags 0.
            case H2C -> answer.length() >= 9 && answer.charAt(3) == 4 && answer.startsWith("\0\0\0\0", 5);
            case REDIS -> answer.startsWith("+PONG") || answer.startsWith("-NOAUTH") || answer.startsWith("-LOADING")
                    || answer.startsWith("-DENIED") || answer.startsWith("-NOPERM") || answer.startsWith("-MASTERDOWN");
            case POSTGRES -> answer.equals("S") || answer.equals("N");
            case MEMCACHED -> answer.startsWith("VERSION ");
            // connection.start is method 10.10 on channel 0; a server of another version names its own instead.
            case AMQP -> (answer.startsWith("\1\0\0") && answer.startsWith("\0\n\0\n", 7)) || answer.startsWith("AMQP\0");
            case HTTPS, TLS, MYSQL, SMTP, FTP, POP3, IMAP, SSH, NATS, TCP -> false;
        };
    }

    /// Who says this without being asked; empty if nobody known.
    static Optional<Service> ofGreeting(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.startsWith("SSH-")) {
            return Optional.of(Service.SSH);
        } else if (text.startsWith("220")) {
            return Optional.of(text.toUpperCase(Locale.ROOT).contains("FTP") ? Service.FTP : Service.SMTP);
        } else if (text.startsWith("554 ")) {
            return Optional.of(Service.SMTP);
        } else if (text.startsWith("+OK")) {
            return Optional.of(Service.POP3);
        } else if (text.startsWith("* OK") || text.startsWith("* PREAUTH")) {
            return Optional.of(Service.IMAP);
        } else if (text.startsWith("INFO {")) {
            return Optional.of(Service.NATS);
        }
        return isMysql(bytes) ? Optional.of(Service.MYSQL) : Optional.empty();
    }

    // Sequence number 0, then protocol version 10, or an error: too many connections, host not allowed.
    private static boolean isMysql(byte[] bytes) {
        return bytes.length > 5 && bytes[3] == 0 && bytes[2] == 0 && (bytes[4] == 10 || bytes[4] == (byte) 0xff);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
