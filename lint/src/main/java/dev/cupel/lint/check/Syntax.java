package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Arguments;
import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Pair;
import dev.cupel.lint.dockerfile.Span;
import dev.cupel.lint.dockerfile.SyntaxError;
import dev.cupel.lint.rule.Edit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the file is written.
final class Syntax {
    private static final Pattern COMMENT = Pattern.compile("(?:^|[\\s;])#\\s");

    private Syntax() {}

    static void errors(BuildFile file, Findings findings) {
        for (SyntaxError error : file.file().errors()) {
            boolean putOff = error.message().contains("put off");
            findings.add(putOff ? "DL3043" : "CUP0001", error.span(), error.message());
        }
        if (file.all().isEmpty()) {
            findings.add("CUP0001", new Span(0, 0), "there is no FROM");
        }
    }

    static void order(BuildFile file, Findings findings) {
        if (!file.all().isEmpty()) {
            file.stages().before().stream()
                    .filter(instruction -> !instruction.is("ARG"))
                    .forEach(instruction -> findings.add("DL3061", instruction.keyword().span()));
        }
    }

    static void emptyLines(BuildFile file, Findings findings) {
        for (Instruction instruction : file.file().instructions()) {
            instruction.emptyLines()
                    .forEach(line -> findings.add("NoEmptyContinuation", new Span(line.start(), line.start()), "", new Edit(line, "")));
        }
    }

    static void maintainer(BuildFile file, Findings findings) {
        for (Instruction instruction : file.file().instructions()) {
            if (instruction.is("MAINTAINER")) {
                String name = instruction.rest().text().replaceAll("^\"(.*)\"$", "$1").replace("\\", "\\\\").replace("\"", "\\\"");
                Edit edit = new Edit(instruction.head(), "LABEL org.opencontainers.image.authors=\"" + name + "\"");
                findings.add("MaintainerDeprecated", instruction.keyword().span(), "", edit);
            }
        }
    }

    static void legacyPairs(BuildFile file, Findings findings) {
        for (Instruction instruction : file.file().instructions()) {
            if (instruction.arguments() instanceof Arguments.Pairs(List<Pair> pairs, boolean legacy) && legacy && !pairs.getFirst().value().orElseThrow().text().isEmpty()) {
                Pair pair = pairs.getFirst();
                String value = pair.value().orElseThrow().text();
                boolean plain = value.matches("[^\\s\"'\\\\$]+");
                Edit edit = new Edit(pair.span(), pair.name().text() + "=" + (plain ? value : "\"" + value + "\""));
                // Quotes and escapes mean something else within quotes, so a person decides.
                Edit[] fix = value.matches("[^\"'\\\\]+") ? new Edit[] {edit} : new Edit[0];
                findings.add("LegacyKeyValueFormat", pair.span(), "", fix);
            }
        }
    }

    /// `RUN a # why \` and more lines behind it.
    static void swallowed(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            Instruction run = script.instruction();
            if (!(run.arguments() instanceof Arguments.Line(var line)) || !script.readable() || !run.hereDocuments().isEmpty()) {
                continue;
            }
            Matcher found = COMMENT.matcher(line.text());
            while (found.find()) {
                int mark = line.text().indexOf('#', found.start());
                boolean read = script.calls().stream().anyMatch(call -> call.span().end() > line.span(mark, mark).start());
                boolean continued = file.file().source().position(line.span(mark, mark).start()).line()
                        < file.file().source().position(line.span().end()).line();
                if (!read && continued) {
                    findings.add("CUP1012", line.span(mark, mark + 1));
                    break;
                }
            }
        }
    }
}
