package dev.cupel.lint.dockerfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a Dockerfile. No text is refused: what no builder understands becomes a [SyntaxError].
public final class DockerfileReader {
    private static final Pattern DIRECTIVE = Pattern.compile("\\s*#\\s*([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(.+?)\\s*");
    private static final Set<String> DIRECTIVES = Set.of("syntax", "escape", "check");

    private final SourceText source;
    private final List<Node> nodes = new ArrayList<>();
    private final List<SyntaxError> errors = new ArrayList<>();
    private char escape = '\\';
    private int line = 1;

    private DockerfileReader(SourceText source) {
        this.source = source;
    }

    public static Dockerfile read(SourceText source) {
        DockerfileReader reader = new DockerfileReader(source);
        reader.directives();
        reader.body();
        return new Dockerfile(source, reader.escape, reader.nodes, reader.errors);
    }

    /// Directives stand above everything; the first line that is none ends them, a comment too.
    private void directives() {
        Set<String> seen = new HashSet<>();
        while (line <= source.lines()) {
            Span span = source.line(line);
            int mark = line == 1 && source.at(span).startsWith("\ufeff") ? 1 : 0;
            String text = source.at(span).substring(mark);
            Matcher found = DIRECTIVE.matcher(text.stripTrailing());
            if (!found.matches() || !DIRECTIVES.contains(found.group(1).toLowerCase(Locale.ROOT))) {
                return;
            }
            String name = found.group(1).toLowerCase(Locale.ROOT);
            int start = span.start() + mark;
            Word value = new Word(found.group(2), new Span(start + found.start(2), start + found.end(2)));
            if (!seen.add(name)) {
                errors.add(new SyntaxError(span, "the directive " + name + " stands twice"));
            }
            if (name.equals("escape")) {
                escape(value);
            }
            nodes.add(new Node.Directive(span, name, value));
            line++;
        }
    }

    private void escape(Word value) {
        if (value.text().equals("\\") || value.text().equals("`")) {
            escape = value.text().charAt(0);
        } else {
            errors.add(new SyntaxError(value.span(), "escape is a backslash or a backtick"));
        }
    }

    private void body() {
        while (line <= source.lines()) {
            Span span = source.line(line);
            String text = source.at(span);
            String stripped = (line == 1 && text.startsWith("\ufeff") ? text.substring(1) : text).strip();
            if (span.length() == 0 && line > 1) {
                line++; // behind the last line end
            } else if (stripped.isEmpty()) {
                nodes.add(new Node.Blank(span));
                line++;
            } else if (stripped.startsWith("#")) {
                comment(span, stripped);
            } else {
                instruction();
            }
        }
    }

    private void comment(Span span, String text) {
        nodes.add(new Node.Comment(span, text.substring(1).strip()));
        line++;
    }

    private void instruction() {
        LogicalLine logical = LogicalLine.read(source, line, escape);
        line = logical.nextLine();
        InstructionReader reader = new InstructionReader(source, escape, line, errors);
        Instruction instruction = reader.read(logical);
        line = reader.nextLine();
        nodes.add(instruction);
    }
}
