package dev.cupel.lint.ignore;

import dev.cupel.lint.dockerfile.Dockerfile;
import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Node;
import dev.cupel.lint.dockerfile.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the pragmas of a file: `# cupel ignore=ID,ID reason` and `# hadolint ignore=ID` above an instruction or on a comment line within
/// it, `# cupel ignore-file=ID reason` and `# hadolint global ignore=ID` for the whole file, and Docker's `# check=skip=ID`.
final class Pragmas {
    private static final Pattern COMMENT = Pattern.compile(
            "#?\\s*(cupel|hadolint)\\s+(global\\s+)?(ignore|ignore-file)\\s*=\\s*([A-Za-z0-9.-]+(?:\\s*,\\s*[A-Za-z0-9.-]+)*)\\s*(.*)");
    private static final Pattern SKIP = Pattern.compile("(?:^|;)\\s*skip=([^;]*)");

    private static final int LONGEST = 2000;

    private Pragmas() {}

    static List<Pragma> of(Dockerfile file) {
        List<Pragma> pragmas = new ArrayList<>();
        Span whole = new Span(0, file.source().text().length());
        file.directive("check").ifPresent(check -> {
            Matcher skip = SKIP.matcher(check.value().text());
            if (skip.find()) {
                pragmas.add(new Pragma(ids(skip.group(1)), whole, check.span(), "", false));
            }
        });
        for (int i = 0; i < file.nodes().size(); i++) {
            switch (file.nodes().get(i)) {
                case Node.Comment comment -> read(comment.text(), comment.span(), next(file, i), whole, pragmas);
                case Instruction instruction -> inside(file, instruction, whole, pragmas);
                case Node.Blank _, Node.Directive _ -> { }
            }
        }
        return pragmas;
    }

    /// The instruction that the comment stands above, other comments between.
    private static Span next(Dockerfile file, int comment) {
        for (int i = comment + 1; i < file.nodes().size(); i++) {
            if (file.nodes().get(i) instanceof Instruction instruction) {
                return instruction.span();
            }
        }
        return new Span(0, 0);
    }

    /// Comment lines between continued lines.
    private static void inside(Dockerfile file, Instruction instruction, Span whole, List<Pragma> pragmas) {
        int first = file.source().position(instruction.span().start()).line();
        int last = file.source().position(instruction.head().end()).line();
        for (int line = first + 1; line <= last; line++) {
            String text = file.source().lineText(line).strip();
            if (text.startsWith("#")) {
                read(text.substring(1).strip(), file.source().line(line), instruction.span(), whole, pragmas);
            }
        }
    }

    private static void read(String comment, Span place, Span scope, Span whole, List<Pragma> pragmas) {
        Matcher found = COMMENT.matcher(comment);
        if (comment.length() <= LONGEST && found.matches()) {
            boolean all = found.group(2) != null || found.group(3).equals("ignore-file");
            String reason = found.group(5).replaceFirst("^[-–:#]+\\s*", "").strip();
            pragmas.add(new Pragma(ids(found.group(4)), all ? whole : scope, place, reason, found.group(1).equals("cupel")));
        }
    }

    private static List<String> ids(String list) {
        return Stream.of(list.split(",", -1)).map(String::strip).filter(id -> !id.isEmpty()).toList();
    }
}
