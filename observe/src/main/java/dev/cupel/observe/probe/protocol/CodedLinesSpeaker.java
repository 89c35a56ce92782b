package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.util.List;

/// SMTP and FTP: the server greets, each reply is lines that begin with one three-digit code, the last followed by a space
/// (RFC 5321, 4.2; RFC 959, 4.2).
record CodedLinesSpeaker() implements Speaker {
    private static final int MOST_LINES = 200;

    @Override
    public void speak(Wire wire, List<String> lines, Replies replies) throws IOException {
        replies.add(reply(wire));
        for (String line : lines) {
            wire.send(line + "\r\n");
            replies.add(reply(wire));
        }
    }

    private static String reply(Wire wire) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int count = 0; count < MOST_LINES; count++) {
            String line = wire.line();
            all.append(all.isEmpty() ? "" : "\n").append(line);
            if (line.matches("\\d{3}( .*)?")) {
                return all.toString();
            }
        }
        throw new MalformedReply("a reply has more than " + MOST_LINES + " lines");
    }
}
