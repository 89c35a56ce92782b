package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// PostgreSQL, protocol 3.0: start-up, login, simple queries. A reply is the rows, then the command tag or the error.
record PostgresSpeaker(Credentials credentials) implements Speaker {
    private static final int PROTOCOL = 3 << 16;
    private static final int MOST_MESSAGES = 20_000;

    @Override
    public void speak(Wire wire, List<String> lines, Replies replies) throws IOException {
        byte[] parameters = PostgresMessage.text("user", credentials.user(), "database", credentials.database(),
                "application_name", "cupel-probe", "client_encoding", "UTF8", "");
        wire.send(ByteBuffer.allocate(8 + parameters.length).putInt(8 + parameters.length).putInt(PROTOCOL).put(parameters).array());
        String login = login(wire);
        replies.add(login);
        if (!login.equals("logged in")) {
            return;
        }
        for (String line : lines) {
            wire.send(PostgresMessage.bytes('Q', PostgresMessage.text(line)));
            replies.add(reply(wire));
        }
        wire.send(PostgresMessage.bytes('X', new byte[0]));
    }

    private String login(Wire wire) throws IOException {
        PostgresLogin login = new PostgresLogin(credentials);
        for (int count = 0; count < MOST_MESSAGES; count++) {
            PostgresMessage message = PostgresMessage.read(wire);
            switch (message.type()) {
                case 'R' -> login.answer(message, wire);
                case 'E' -> {
                    return message.complaint();
                }
                case 'Z' -> {
                    return "logged in";
                }
                default -> { }
            }
        }
        throw new MalformedReply("the login does not end");
    }

    private static String reply(Wire wire) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int count = 0; count < MOST_MESSAGES; count++) {
            PostgresMessage message = PostgresMessage.read(wire);
            switch (message.type()) {
                case 'D' -> add(all, String.join("\t", message.row()));
                case 'C' -> add(all, message.rest().replace("\0", ""));
                case 'E', 'N' -> add(all, message.complaint());
                case 'Z' -> {
                    return all.toString();
                }
                default -> { }
            }
        }
        throw new MalformedReply("a reply has more than " + MOST_MESSAGES + " messages");
    }

    private static void add(StringBuilder all, String line) {
        all.append(all.isEmpty() ? "" : "\n").append(line);
    }
}
