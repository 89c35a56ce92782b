package dev.cupel.observe.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Lines of bytes, each of bounded length; blank ones are left out.
final class Lines {
    private final InputStream in;
    private final RecordingLimits limits;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private long number;

    Lines(InputStream in, RecordingLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    /// The number of the line that was read last, counted from 1.
    long number() {
        return number;
    }

    /// The next line without its end; empty at the end.
    Optional<byte[]> next() throws IOException, MalformedRecording {
        while (true) {
            Optional<byte[]> line = any();
            if (line.isEmpty() || !isBlank(line.get())) {
                return line;
            }
        }
    }

    private Optional<byte[]> any() throws IOException, MalformedRecording {
        if (!fill()) {
            return Optional.empty();
        }
        if (++number > limits.lines()) {
            throw new MalformedRecording(number, "a recording is read up to " + limits.lines() + " lines");
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, at, end - at);
            if (line.size() > limits.lineBytes()) {
                throw new MalformedRecording(number, "it is longer than " + limits.lineBytes() + " bytes");
            }
            at = end + 1;
            if (end < filled) {
                break;
            }
        }
        return Optional.of(line.toByteArray());
    }

    /// False at the end.
    private boolean fill() throws IOException {
        if (at >= filled) {
            filled = in.read(buffer);
            at = 0;
        }
        return filled > 0;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
