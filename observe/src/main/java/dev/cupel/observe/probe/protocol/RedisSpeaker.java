package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Redis and its kin: commands as arrays of strings, split at spaces.
record RedisSpeaker(Credentials credentials) implements Speaker {
    @Override
    public void speak(Wire wire, List<String> lines, Replies replies) throws IOException {
        if (credentials.password().isEmpty()) {
            replies.add("(no login)");
        } else {
            wire.send(command(List.of("AUTH", credentials.password())));
            replies.add(RespValue.read(wire));
        }
        for (String line : lines) {
            wire.send(command(List.of(line.split(" ", -1))));
            replies.add(RespValue.read(wire));
        }
    }

    private static String command(List<String> words) {
        StringBuilder out = new StringBuilder("*" + words.size() + "\r\n");
        words.forEach(word -> out.append('$').append(word.getBytes(StandardCharsets.UTF_8).length).append("\r\n").append(word).append("\r\n"));
        return out.toString();
    }
}
