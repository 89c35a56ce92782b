package dev.cupel.inventory.packages;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Text that names paths, in the spelling that [dev.cupel.image.ImagePath] uses: bytes that are no UTF-8 become U+DC80…U+DCFF.
/// Line feeds stay what they are, so a database is turned into text whole.
public final class PathText {
    private static final int LONE = 0xdc00;

    private PathText() {}

    public static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return decodeByCharacter(bytes);
        }
    }

    /// What [#decode] was made from.
    public static byte[] encode(String text) {
        var out = new java.io.ByteArrayOutputStream(text.length() + 16);
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean paired = i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            if (c >= LONE + 0x80 && c <= LONE + 0xff && !paired) {
                out.writeBytes(text.substring(plain, i).getBytes(StandardCharsets.UTF_8));
                out.write(c - LONE);
                plain = i + 1;
            }
        }
        out.writeBytes(text.substring(plain).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static String decodeByCharacter(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < bytes.length) {
            int size = sequence(bytes, at);
            if (size == 0) {
                out.append((char) (LONE + (bytes[at] & 0xff)));
                at++;
            } else {
                out.append(new String(bytes, at, size, StandardCharsets.UTF_8));
                at += size;
            }
        }
        return out.toString();
    }

    /// The length of the well-formed UTF-8 sequence at this place; 0 if there is none.
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int size = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (size < 2 || at + size > bytes.length) {
            return size == 1 ? 1 : 0;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, size));
            return size;
        } catch (CharacterCodingException e) {
            return 0;
        }
    }
}
