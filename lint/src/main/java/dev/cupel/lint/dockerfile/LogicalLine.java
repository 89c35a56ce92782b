package dev.cupel.lint.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One instruction's lines, joined: a line that ends in the escape character goes on in the next; comments and empty lines between do
/// not end it.
///
/// @param start where its first line begins in the source
/// @param nextLine number of the line behind it
record LogicalLine(JoinedText text, int start, int nextLine, List<Span> emptyLines) {

    static LogicalLine read(SourceText source, int firstLine, char escape) {
        // An escape character that stands behind another one is text.
        String mark = Pattern.quote(String.valueOf(escape));
        Pattern continued = Pattern.compile("(?s)(?:.*[^%s])?%s[ \t]*".formatted(escape == '\\' ? "\\\\" : "`", mark));
        StringBuilder joined = new StringBuilder();
        List<Integer> offsets = new ArrayList<>();
        List<Span> empty = new ArrayList<>();
        int line = firstLine;
        int end = source.line(firstLine).start();
        boolean goesOn = true;
        while (goesOn && line <= source.lines()) {
            Span span = source.line(line);
            String text = withoutEnd(source.at(span));
            boolean first = line == firstLine;
            if (!first && text.isBlank()) {
                if (line < source.lines() || span.length() > 0) {
                    empty.add(span);
                }
            } else if (first || !text.stripLeading().startsWith("#")) {
                goesOn = continued.matcher(text).matches();
                int taken = goesOn ? text.lastIndexOf(escape) : text.length();
                for (int i = first && text.startsWith("\ufeff") ? 1 : 0; i < taken; i++) {
                    joined.append(text.charAt(i));
                    offsets.add(span.start() + i);
                }
                end = span.start() + taken;
            }
            line++;
        }
        offsets.add(end);
        int[] places = offsets.stream().mapToInt(Integer::intValue).toArray();
        return new LogicalLine(new JoinedText(joined.toString(), places), source.line(firstLine).start(), line, empty);
    }

    static String withoutEnd(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        return line.substring(0, end);
    }
}
