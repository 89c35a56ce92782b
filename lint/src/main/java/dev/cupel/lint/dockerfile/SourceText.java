package dev.cupel.lint.dockerfile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A text and where its lines begin. Bytes that are not UTF-8 are read as Latin-1, so that they can be written again as they were.
public final class SourceText {
    private final String text;
    private final Charset charset;
    private final List<Integer> lineStarts = new ArrayList<>();

    private SourceText(String text, Charset charset) {
        this.text = text;
        this.charset = charset;
        lineStarts.add(0);
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            lineStarts.add(end + 1);
        }
    }

    public static SourceText of(String text) {
        return new SourceText(text, StandardCharsets.UTF_8);
    }

    public static SourceText of(byte[] bytes) {
        try {
            return of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return new SourceText(new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        }
    }

    public String text() {
        return text;
    }

    /// The text in the encoding it came in.
    public byte[] bytes() {
        return text.getBytes(charset);
    }

    /// Another text in the encoding of this one.
    public SourceText with(String other) {
        return new SourceText(other, charset);
    }

    public String at(Span span) {
        return text.substring(span.start(), span.end());
    }

    public Position position(int offset) {
        int found = Collections.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - lineStarts.get(line) + 1);
    }

    /// How many lines there are; a text that ends in a line end has an empty last one.
    public int lines() {
        return lineStarts.size();
    }

    /// A line, from 1, its end included.
    public Span line(int number) {
        int end = number < lineStarts.size() ? lineStarts.get(number) : text.length();
        return new Span(lineStarts.get(number - 1), end);
    }

    /// A line, from 1, without its end.
    public String lineText(int number) {
        return at(line(number)).stripTrailing();
    }
}
