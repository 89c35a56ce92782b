package dev.cupel.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// File names between bytes, as the kernel and archives have them, and text, as [ImagePath] has them. A byte that is not
/// UTF-8 stands as U+DC80…U+DCFF, so that every name survives the way there and back.
public final class NameBytes {
    private static final int ESCAPE = 0xdc00;

    private NameBytes() {}

    /// The text of these bytes.
    public static String text(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return decode(bytes);
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// The bytes of a text that [#text] made; any other text becomes UTF-8.
    public static byte[] of(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 8);
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (point >= ESCAPE + 0x80 && point <= ESCAPE + 0xff) {
                out.write(point - ESCAPE);
            } else {
                out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
            i += Character.charCount(point);
        }
        return out.toByteArray();
    }

    private static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        while (decoder.decode(in, out, true).isError()) {
            out.put((char) (ESCAPE + (in.get() & 0xff)));
        }
        return out.flip().toString();
    }
}
