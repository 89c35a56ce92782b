package dev.cupel.linux;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Names as the kernel keeps them, bytes without a NUL, read as UTF-8. A byte that is not UTF-8 becomes the character
/// U+DC00 + byte, so that no two names become one.
public final class KernelText {
    private static final int ESCAPE = 0xdc00;

    private KernelText() {}

    /// Reads the bytes between the buffer's position and the first NUL or its limit.
    public static String read(ByteBuffer buffer) {
        ByteBuffer bytes = buffer.slice();
        int end = 0;
        while (end < bytes.limit() && bytes.get(end) != 0) {
            end++;
        }
        return decode(bytes.limit(end));
    }

    private static String decode(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        CoderResult result = decoder.decode(bytes, text, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                text.put((char) (ESCAPE + (bytes.get() & 0xff)));
            }
            result = decoder.decode(bytes, text, true);
        }
        return text.flip().toString();
    }
}
