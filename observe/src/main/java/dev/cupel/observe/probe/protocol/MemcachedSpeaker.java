package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.util.List;

/// memcached's text protocol. A line that stores holds its block after a bar: `set key 0 60|value`.
record MemcachedSpeaker() implements Speaker {
    private static final int MOST_LINES = 2_000;

    @Override
    public void speak(Wire wire, List<String> lines, Replies replies) throws IOException {
        replies.add("(no login)");
        for (String line : lines) {
            int bar = line.indexOf('|');
            String block = line.substring(bar + 1);
            wire.send(bar < 0 ? line + "\r\n" : line.substring(0, bar) + " " + block.length() + "\r\n" + block + "\r\n");
            replies.add(reply(wire, line));
        }
    }

    private static String reply(Wire wire, String line) throws IOException {
        String first = wire.line();
        if (!first.startsWith("VALUE ") && !first.startsWith("STAT ")) {
            return first;
        }
        StringBuilder all = new StringBuilder(first);
        String next = first;
        for (int count = 0; !next.equals("END"); count++) {
            if (count > MOST_LINES) {
                throw new MalformedReply("the reply to " + line + " has more than " + MOST_LINES + " lines");
            }
            next = wire.line();
            all.append('\n').append(next);
        }
        return all.toString();
    }
}
