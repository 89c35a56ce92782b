package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// Any line-based service that is only looked at: its greeting if it has one, and what comes first after each line.
record PlainSpeaker() implements Speaker {
    private static final int MOST = 4_096;
    private static final Duration GREETING = Duration.ofMillis(300);

    @Override
    public void speak(Wire wire, List<String> lines, Replies replies) throws IOException {
        wire.patience(GREETING);
        replies.add(shown(wire.some(MOST)));
        wire.patience(Duration.ofSeconds(2));
        for (String line : lines) {
            wire.send(line + "\r\n");
            replies.add(shown(wire.some(MOST)));
        }
    }

    private static String shown(byte[] bytes) {
        return bytes.length == 0 ? "(connected)" : new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    }
}
