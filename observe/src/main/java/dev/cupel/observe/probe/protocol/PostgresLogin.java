package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Answers PostgreSQL's questions for a password: clear text, MD5 and SCRAM-SHA-256.
final class PostgresLogin {
    private static final int OK = 0;
    private static final int CLEAR = 3;
    private static final int MD5 = 5;
    private static final int SASL = 10;
    private static final int SASL_CONTINUE = 11;
    private static final int SASL_FINAL = 12;
    private final Credentials credentials;
    private Optional<ScramExchange> scram = Optional.empty();

    PostgresLogin(Credentials credentials) {
        this.credentials = credentials;
    }

    void answer(PostgresMessage message, Wire wire) throws IOException {
        int kind = message.number();
        switch (kind) {
            case OK, SASL_FINAL -> { }
            case CLEAR -> send(wire, PostgresMessage.text(credentials.password()));
            case MD5 -> send(wire, PostgresMessage.text(md5(message)));
            case SASL -> begin(wire);
            case SASL_CONTINUE -> {
                ScramExchange exchange = scram.orElseThrow(() -> new MalformedReply("SCRAM goes on before it began"));
                send(wire, exchange.proof(message.rest()).getBytes(StandardCharsets.UTF_8));
            }
            default -> throw new MalformedReply("the server wants authentication of kind " + kind + ", which probes do not know");
        }
    }

    private void begin(Wire wire) throws IOException {
        ScramExchange exchange = ScramExchange.begin(credentials.password());
        scram = Optional.of(exchange);
        byte[] first = exchange.first().getBytes(StandardCharsets.UTF_8);
        byte[] mechanism = PostgresMessage.text("SCRAM-SHA-256");
        send(wire, ByteBuffer.allocate(mechanism.length + 4 + first.length).put(mechanism).putInt(first.length).put(first).array());
    }

    // md5(md5(password + user) + salt), as the protocol has it.
    private String md5(PostgresMessage message) throws MalformedReply {
        byte[] salt = ByteBuffer.allocate(4).putInt(message.number()).array();
        String inner = hash((credentials.password() + credentials.user()).getBytes(StandardCharsets.UTF_8), new byte[0]);
        return "md5" + hash(inner.getBytes(StandardCharsets.US_ASCII), salt);
    }

    private static String hash(byte[] one, byte[] two) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(one);
            return HexFormat.of().formatHex(digest.digest(two));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no MD5", e);
        }
    }

    private static void send(Wire wire, byte[] content) throws IOException {
        wire.send(PostgresMessage.bytes('p', content));
    }
}
