package dev.cupel.lint.dockerfile;

import dev.cupel.image.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads one instruction: its name, its flags, its arguments by its kind, its here documents.
final class InstructionReader {
    static final Set<String> KNOWN = Set.of(
            "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD", "RUN",
            "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR");
    private static final Set<String> WITH_HERE_DOCUMENTS = Set.of("ADD", "COPY", "RUN");

    private final SourceText source;
    private final char escape;
    private final List<SyntaxError> errors;
    private int nextLine;

    InstructionReader(SourceText source, char escape, int nextLine, List<SyntaxError> errors) {
        this.source = source;
        this.escape = escape;
        this.nextLine = nextLine;
        this.errors = errors;
    }

    /// The line behind the instruction, its here documents included.
    int nextLine() {
        return nextLine;
    }

    Instruction read(LogicalLine line) {
        Instruction bare = read(line.text(), true);
        int end = source.line(nextLine - 1).end();
        return new Instruction(
                new Span(line.start(), end), bare.keyword(), bare.flags(), bare.rest(), bare.arguments(), bare.hereDocuments(), line.emptyLines());
    }

    private Instruction read(JoinedText whole, boolean nestable) {
        JoinedText text = whole.trimmed();
        int nameEnd = blankFrom(text.text());
        Word keyword = text.word(0, nameEnd);
        JoinedText rest = text.part(nameEnd, text.text().length()).trimmed();
        String name = keyword.text().toUpperCase(Locale.ROOT);
        if (!KNOWN.contains(name)) {
            errors.add(new SyntaxError(keyword.span(), Quoted.of(keyword.text()) + " is no instruction"));
        }
        FlagReader flags = new FlagReader(rest, escape);
        JoinedText behind = rest.part(flags.end(), rest.text().length()).trimmed();
        if (behind.text().isEmpty()) {
            errors.add(new SyntaxError(keyword.span(), name + " needs an argument"));
        }
        Arguments arguments = arguments(name, behind, nestable);
        List<HereDocument> documents = hereDocuments(name, arguments, behind);
        Span span = keyword.span().to(rest.span());
        return new Instruction(span, keyword, flags.flags(), rest, arguments, documents, List.of());
    }

    private Arguments arguments(String name, JoinedText text, boolean nestable) {
        if (Set.of("RUN", "CMD", "ENTRYPOINT", "SHELL", "ADD", "COPY", "VOLUME").contains(name) && JsonForm.hasOthers(text)) {
            errors.add(new SyntaxError(text.span(), "a list in JSON holds texts only"));
        }
        return switch (name) {
            case "RUN", "CMD", "ENTRYPOINT" -> JsonForm.of(text).<Arguments>map(json -> json).orElseGet(() -> new Arguments.Line(text));
            case "SHELL" -> shell(text);
            case "ADD", "COPY", "VOLUME" -> JsonForm.of(text).<Arguments>map(json -> json).orElseGet(() -> words(text));
            case "ENV", "LABEL" -> PairReader.pairs(text, escape, name, errors);
            case "ARG" -> PairReader.names(text, escape, errors);
            case "FROM", "EXPOSE" -> words(text);
            case "ONBUILD" -> nestable && !text.text().isEmpty() ? trigger(text) : words(text);
            case "HEALTHCHECK" -> healthCheck(text);
            default -> new Arguments.Line(text);
        };
    }

    private Arguments shell(JoinedText text) {
        if (JsonForm.of(text).isPresent()) {
            return JsonForm.of(text).get();
        }
        errors.add(new SyntaxError(text.span(), "SHELL takes a list in JSON"));
        return new Arguments.Line(text);
    }

    private Arguments trigger(JoinedText text) {
        Instruction put = read(text, false);
        if (Set.of("ONBUILD", "FROM", "MAINTAINER").contains(put.name())) {
            errors.add(new SyntaxError(put.keyword().span(), put.name() + " cannot be put off by ONBUILD"));
        }
        return new Arguments.Nested(put);
    }

    private Arguments healthCheck(JoinedText text) {
        int end = blankFrom(text.text());
        String kind = text.text().substring(0, end).toUpperCase(Locale.ROOT);
        if (kind.equals("CMD")) {
            return new Arguments.Nested(read(text, false));
        }
        if (!kind.equals("NONE") || !text.text().substring(end).isBlank()) {
            errors.add(new SyntaxError(text.span(), "HEALTHCHECK is followed by CMD and a command, or by NONE"));
        }
        return words(text);
    }

    private Arguments words(JoinedText text) {
        return new Arguments.Words(new Words(text, escape).all());
    }

    private List<HereDocument> hereDocuments(String name, Arguments arguments, JoinedText text) {
        if (!WITH_HERE_DOCUMENTS.contains(name) || arguments instanceof Arguments.Json || !text.text().contains("<<")) {
            return List.of();
        }
        List<HereDocument> found = new ArrayList<>();
        Words words = new Words(text, escape);
        if (words.hasOpenQuote()) {
            return List.of(); // BuildKit gives up looking for them; so the lines below are instructions
        }
        for (Word word : words.all()) {
            HereDocumentMark.in(word).ifPresent(mark -> found.add(body(mark)));
        }
        return found;
    }

    private HereDocument body(HereDocumentMark mark) {
        int start = nextLine <= source.lines() ? source.line(nextLine).start() : source.text().length();
        int end = start;
        while (nextLine <= source.lines()) {
            Span line = source.line(nextLine++);
            String text = LogicalLine.withoutEnd(source.at(line));
            if ((mark.stripsTabs() ? text.replaceFirst("^\t+", "") : text).equals(mark.name()) && line.length() > 0) {
                return new HereDocument(mark.name(), mark.expanded(), mark.stripsTabs(), mark.span(), new Span(start, line.start()));
            }
            end = line.end();
        }
        errors.add(new SyntaxError(mark.span(), "the here document has no end: no line says " + Quoted.of(mark.name())));
        return new HereDocument(mark.name(), mark.expanded(), mark.stripsTabs(), mark.span(), new Span(start, end));
    }

    private static int blankFrom(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
