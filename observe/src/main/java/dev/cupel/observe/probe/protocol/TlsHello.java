package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Tells a TLS server by its first record, with a ClientHello so small that every server either continues or objects.
final class TlsHello {
    // Record header; ClientHello 1.2 with one cipher suite (ECDHE-RSA-AES128-GCM-SHA256), no compression, no extensions.
    private static final String HEAD = "\26\3\1\0\55\1\0\0\51\3\3";
    private static final String TAIL = "\0\0\2\300\57\1\0";

    private TlsHello() {}

    /// Whether the port answers with a handshake record or an alert.
    static boolean answers(int port, Duration patience) {
        try (Wire wire = Wire.connect(port, patience)) {
            wire.send((HEAD + "cupel".repeat(6) + "!!" + TAIL).getBytes(StandardCharsets.ISO_8859_1));
            byte[] answer = wire.some(16);
            return answer.length >= 3 && (answer[0] == 22 || answer[0] == 21) && answer[1] == 3;
        } catch (IOException e) {
            return false;
        }
    }
}
