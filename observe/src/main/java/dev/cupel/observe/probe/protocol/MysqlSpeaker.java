package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// MySQL and MariaDB: handshake version 10, login, text queries. A reply is the rows, then how it ended.
record MysqlSpeaker(Credentials credentials) implements Speaker {
    // LONG_PASSWORD, LONG_FLAG, PROTOCOL_41, TRANSACTIONS, SECURE_CONNECTION, PLUGIN_AUTH; no TLS, no database: it may not exist.
    private static final int CAPABILITIES = 1 | (1 << 2) | (1 << 9) | (1 << 13) | (1 << 15) | (1 << 19);
    private static final int UTF8MB4 = 45;
    private static final int MOST_ROWS = 20_000;
    private static final byte QUERY = 3;

    @Override
    public void speak(Wire wire, List<String> lines, Replies replies) throws IOException {
        MysqlPacket first = MysqlPacket.read(wire);
        if (first.isError()) {
            replies.add(first.complaint());
            return;
        }
        MysqlGreeting greeting = MysqlGreeting.read(first);
        String login = login(wire, greeting);
        replies.add(greeting.version() + " " + login);
        if (!login.equals("logged in")) {
            return;
        }
        for (String line : lines) {
            byte[] text = line.getBytes(StandardCharsets.UTF_8);
            wire.send(MysqlPacket.bytes(0, ByteBuffer.allocate(1 + text.length).put(QUERY).put(text).array()));
            replies.add(reply(wire));
        }
    }

    private String login(Wire wire, MysqlGreeting greeting) throws IOException {
        byte[] user = (credentials.user() + "\0").getBytes(StandardCharsets.UTF_8);
        String method = greeting.method().equals("caching_sha2_password") ? greeting.method() : MysqlGreeting.NATIVE;
        byte[] proof = MysqlPassword.proof(method, credentials.password(), greeting.scramble());
        byte[] name = (method + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer answer = ByteBuffer.allocate(32 + user.length + 1 + proof.length + name.length).order(ByteOrder.LITTLE_ENDIAN);
        answer.putInt(CAPABILITIES).putInt(1 << 24).put((byte) UTF8MB4).position(32);
        wire.send(MysqlPacket.bytes(1, answer.put(user).put((byte) proof.length).put(proof).put(name).array()));
        return new MysqlLogin(wire, credentials.password(), greeting.scramble()).finish();
    }

    private static String reply(Wire wire) throws IOException {
        MysqlPacket first = MysqlPacket.read(wire);
        if (first.isError()) {
            return first.complaint();
        }
        if (first.kind() == 0) {
            return "OK";
        }
        int columns = first.length();
        for (int i = 0; i <= columns; i++) { // definitions, then an end packet
            MysqlPacket.read(wire);
        }
        List<String> rows = new ArrayList<>();
        for (MysqlPacket row = MysqlPacket.read(wire); !row.isEnd(); row = MysqlPacket.read(wire)) {
            if (row.isError()) {
                rows.add(row.complaint());
                break;
            }
            if (rows.size() >= MOST_ROWS) {
                throw new MalformedReply("a reply has more than " + MOST_ROWS + " rows");
            }
            rows.add(row(row, columns));
        }
        return String.join("\n", rows);
    }

    private static String row(MysqlPacket packet, int columns) throws MalformedReply {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            values.add(packet.text());
        }
        return String.join("\t", values);
    }
}
