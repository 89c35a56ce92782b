package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One message of the PostgreSQL protocol 3.0: a type and its content.
record PostgresMessage(char type, ByteBuffer content) {
    private static final int MOST_FIELDS = 2_000;

    static PostgresMessage read(Wire wire) throws IOException {
        char type = (char) (wire.bytes(1)[0] & 0xff);
        long length = ByteBuffer.wrap(wire.bytes(4)).getInt() & 0xffffffffL;
        if (length < 4) {
            throw new MalformedReply("a message announces a length of " + length);
        }
        return new PostgresMessage(type, ByteBuffer.wrap(wire.bytes(length - 4)));
    }

    /// The bytes of a message with this content.
    static byte[] bytes(char type, byte[] content) {
        return ByteBuffer.allocate(5 + content.length).put((byte) type).putInt(4 + content.length).put(content).array();
    }

    static byte[] text(String... texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            all.append(text).append('\0');
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    int number() throws MalformedReply {
        if (content.remaining() < 4) {
            throw new MalformedReply("message " + type + " ends within a number");
        }
        return content.getInt();
    }

    /// The rest, as text.
    String rest() {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Severity, code and text of an error or a notice. The other fields (source file, line) change with the version only.
    String complaint() {
        StringBuilder all = new StringBuilder();
        for (String field : rest().split("\0", -1)) {
            if (!field.isEmpty() && "VCMDHR".indexOf(field.charAt(0)) >= 0) {
                all.append(all.isEmpty() ? "" : " ").append(field.substring(1));
            }
        }
        return all.toString();
    }

    /// The values of a data row.
    List<String> row() throws MalformedReply {
        int count = content.remaining() < 2 ? -1 : content.getShort();
        if (count < 0 || count > MOST_FIELDS) {
            throw new MalformedReply("a row announces " + count + " fields");
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = number();
            if (length > content.remaining()) {
                throw new MalformedReply("a field is longer than its row");
            }
            byte[] value = new byte[Math.max(length, 0)];
            content.get(value);
            values.add(length < 0 ? "NULL" : new String(value, StandardCharsets.UTF_8));
        }
        return values;
    }
}
