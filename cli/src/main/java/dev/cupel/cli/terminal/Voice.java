package dev.cupel.cli.terminal;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Standard error: what is said to people. Where the locale cannot show the signs that Cupel uses, plain ones stand for them; after
/// the last word it is silent, however many threads still have something to complain about.
public final class Voice extends FilterWriter {
    private static final Map<Character, String> PLAIN =
            Map.of('✓', "ok", '✗', "--", '…', "...", '→', "->", '−', "-", '–', "-", '×', "x", '“', "\"", '”', "\"", '≤', "<=");

    private final boolean unicode;
    private boolean silent;
    private boolean midLine;

    public Voice(Writer out, boolean unicode) {
        super(out);
        this.unicode = unicode;
    }

    /// Whether this environment's locale has UTF-8: the one that the launcher found before it chose another for Java, else POSIX's
    /// LC_ALL before LC_CTYPE before LANG.
    public static boolean speaksUnicode(Map<String, String> environment) {
        String locale = Stream.of("CUPEL_LOCALE", "LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("C");
        return locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
    }

    /// Says one thing more, on a line of its own, and falls silent.
    public void lastWord(String text) throws IOException {
        synchronized (lock) {
            write((midLine ? "\n" : "") + text + "\n");
            flush();
            silent = true;
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(String.valueOf((char) one), 0, 1);
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
        write(new String(chars, offset, length), 0, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        synchronized (lock) {
            if (!silent) {
                String part = text.substring(offset, offset + length);
                out.write(unicode ? part : plain(part));
                midLine = part.isEmpty() ? midLine : !part.endsWith("\n");
            }
        }
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(c -> plain.append(PLAIN.getOrDefault((char) c, String.valueOf((char) c))));
        return plain.toString();
    }
}
