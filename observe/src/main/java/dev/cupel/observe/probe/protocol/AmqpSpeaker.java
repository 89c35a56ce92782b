package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// AMQP 0-9-1 as far as the server's first frame, `connection.start`, which names product, version and ways to log in.
record AmqpSpeaker() implements Speaker {
    private static final byte[] HELLO = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
    private static final int METHOD_FRAME = 1;
    private static final int FRAME_END = 0xCE;

    @Override
    public void speak(Wire wire, List<String> lines, Replies replies) throws IOException {
        wire.send(HELLO);
        ByteBuffer head = ByteBuffer.wrap(wire.bytes(7));
        int type = head.get();
        head.getShort();
        byte[] payload = wire.bytes(head.getInt() & 0xffffffffL);
        int end = wire.bytes(1)[0] & 0xff;
        if (type != METHOD_FRAME || end != FRAME_END || payload.length < 4) {
            throw new MalformedReply("the first frame is not connection.start");
        }
        ByteBuffer method = ByteBuffer.wrap(payload);
        replies.add("method %d.%d %s".formatted(method.getShort(), method.getShort(), printable(method)));
    }

    // The table's types do not matter here, its texts do.
    private static String printable(ByteBuffer rest) {
        byte[] bytes = new byte[rest.remaining()];
        rest.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII).replaceAll("[^ -~]+", " ").strip();
    }
}
