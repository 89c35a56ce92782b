package dev.cupel.image.layer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes archives that no decent program would: any name, any order. Entries are words `kind:name[:content or target]`.
final class TinyTar {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TinyTar entries(String words) {
        for (String word : words.strip().split("\\s+")) {
            String[] parts = word.split(":", -1);
            String third = parts.length > 2 ? parts[2] : "";
            switch (parts[0]) {
                case "dir" -> entry('5', parts[1], "", "");
                case "symlink" -> entry('2', parts[1], third, "");
                case "link" -> entry('1', parts[1], third, "");
                default -> entry('0', parts[1], "", third);
            }
        }
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(out.toByteArray());
        whole.writeBytes(new byte[1024]);
        return whole.toByteArray();
    }

    private void entry(char flag, String name, String link, String content) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 124, "%011o".formatted(content.length()));
        put(header, 136, "00000000000");
        header[156] = (byte) flag;
        put(header, 157, link);
        put(header, 257, "ustar");
        put(header, 263, "00");
        put(header, 148, "        ");
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        put(header, 148, "%06o\0".formatted(sum));
        out.writeBytes(header);
        out.writeBytes(content.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(new byte[(512 - content.length() % 512) % 512]);
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
