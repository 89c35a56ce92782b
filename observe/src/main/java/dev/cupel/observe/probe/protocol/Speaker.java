package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.util.List;

/// One protocol: reads the greeting or logs in, which makes the first reply, then says each line and takes down its reply.
interface Speaker {
    void speak(Wire wire, List<String> lines, Replies replies) throws IOException;
}
