package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// One packet of the MySQL client/server protocol: three bytes of length, a sequence number, the content.
record MysqlPacket(int sequence, ByteBuffer content) {
    static MysqlPacket read(Wire wire) throws IOException {
        byte[] head = wire.bytes(4);
        int length = (head[0] & 0xff) | ((head[1] & 0xff) << 8) | ((head[2] & 0xff) << 16);
        return new MysqlPacket(head[3] & 0xff, ByteBuffer.wrap(wire.bytes(length)).order(ByteOrder.LITTLE_ENDIAN));
    }

    static byte[] bytes(int sequence, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length | (sequence << 24))
                .put(content)
                .array();
    }

    /// The first byte, which tells the kind: 0 OK, 0xff error, 0xfe end or switch of authentication; -1 if there is none.
    int kind() {
        return content.limit() == 0 ? -1 : content.get(0) & 0xff;
    }

    boolean isError() {
        return kind() == 0xff;
    }

    /// An end-of-rows packet; a row may begin with the same byte but is longer.
    boolean isEnd() {
        return kind() == 0xfe && content.limit() < 9;
    }

    /// Number and text of an error.
    String complaint() throws MalformedReply {
        need(3);
        content.position(1);
        int number = content.getShort() & 0xffff;
        return "ERROR " + number + " " + rest();
    }

    byte[] take(int count) throws MalformedReply {
        need(count);
        byte[] bytes = new byte[count];
        content.get(bytes);
        return bytes;
    }

    int number(int byteCount) throws MalformedReply {
        byte[] bytes = take(byteCount);
        int value = 0;
        for (int i = byteCount - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[i] & 0xff);
        }
        return value;
    }

    String zeroEnded() throws MalformedReply {
        StringBuilder text = new StringBuilder();
        for (byte one = take(1)[0]; one != 0; one = take(1)[0]) {
            text.append((char) (one & 0xff));
        }
        return text.toString();
    }

    /// A text with its length before it; `NULL` for SQL's null.
    String text() throws MalformedReply {
        need(1);
        if ((content.get(content.position()) & 0xff) == 0xfb) {
            take(1);
            return "NULL";
        }
        return new String(take(length()), StandardCharsets.UTF_8);
    }

    /// A length-encoded integer.
    int length() throws MalformedReply {
        int first = number(1);
        return switch (first) {
            case 0xfc -> number(2);
            case 0xfd -> number(3);
            case 0xfe -> {
                int low = number(4);
                if (low < 0 || number(4) != 0) {
                    throw new MalformedReply("a length is beyond 2 GiB");
                }
                yield low;
            }
            default -> first;
        };
    }

    String rest() {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void need(int count) throws MalformedReply {
        if (count < 0 || content.remaining() < count) {
            throw new MalformedReply("a packet ends " + count + " bytes too early");
        }
    }
}
