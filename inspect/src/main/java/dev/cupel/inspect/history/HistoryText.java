package dev.cupel.inspect.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one `created_by`. The classic builder writes `/bin/sh -c #(nop) CMD ["x"]` and `/bin/sh -c command`, BuildKit
/// `CMD ["x"]` and `RUN /bin/sh -c command # buildkit`; both put `|2 A=1 B=2` before a command that ran with build arguments.
final class HistoryText {
    private static final Pattern NO_COMMAND = Pattern.compile("^\\S+ -c #\\(nop\\)\\s+", Pattern.DOTALL);
    private static final Pattern ARGUMENTS = Pattern.compile("^\\|(\\d{1,3}) ");
    private static final Set<String> KEYWORDS = Set.of(
            "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD", "RUN",
            "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR");

    private final List<String> shell;

    /// `shell` is what shell-form commands were run with, as the instruction SHELL names it.
    HistoryText(List<String> shell) {
        this.shell = shell;
    }

    Instruction read(String createdBy) {
        String text = createdBy.strip();
        if (text.endsWith("# buildkit")) {
            text = text.substring(0, text.length() - "# buildkit".length()).stripTrailing();
        }
        Matcher classic = NO_COMMAND.matcher(text);
        if (classic.find()) {
            return instruction(text.substring(classic.end()).strip());
        }
        int space = text.indexOf(' ');
        String keyword = space < 0 ? text : text.substring(0, space);
        if (keyword.equals("RUN")) {
            return command(text.substring(keyword.length()).strip(), true);
        }
        return KEYWORDS.contains(keyword) ? instruction(text) : command(text, false);
    }

    private static Instruction instruction(String text) {
        int space = text.indexOf(' ');
        String keyword = space < 0 ? text : text.substring(0, space);
        String rest = space < 0 ? "" : text.substring(space + 1).strip();
        boolean copies = keyword.equals("COPY") || keyword.equals("ADD");
        return new Instruction(
                keyword + " " + OperandText.of(keyword, rest), List.of(), copies ? Certainty.SOURCE_LOST : Certainty.KEPT);
    }

    private Instruction command(String text, boolean certainlyRun) {
        List<String> arguments = new ArrayList<>();
        Matcher counted = ARGUMENTS.matcher(text);
        String rest = text;
        if (counted.find()) {
            rest = text.substring(counted.end());
            for (int left = Integer.parseInt(counted.group(1)); left > 0; left--) {
                Optional<String> end = untilNext(rest, left > 1);
                if (end.isEmpty()) {
                    return unknown(text);
                }
                arguments.add(end.get().strip());
                rest = rest.substring(end.get().length()).stripLeading();
            }
        }
        String prefix = String.join(" ", shell) + " ";
        if (rest.startsWith(prefix)) {
            return new Instruction(Heredoc.run(rest.substring(prefix.length()).strip()), arguments, Certainty.KEPT);
        }
        if (rest.startsWith("/bin/sh -c ")) {
            return new Instruction(Heredoc.run(rest.substring("/bin/sh -c ".length()).strip()), arguments, Certainty.KEPT);
        }
        return certainlyRun || !arguments.isEmpty() ? new Instruction(Heredoc.run(rest), arguments, Certainty.KEPT) : unknown(text);
    }

    /// One build argument. Its value may have spaces: it ends where the next `NAME=` or the shell begins.
    private Optional<String> untilNext(String text, boolean moreArguments) {
        String shellStart = Pattern.quote(shell.getFirst()) + " |/bin/sh ";
        String next = moreArguments ? "(?=\\s[A-Za-z_][A-Za-z0-9_.-]*=)" : "(?=\\s(?:" + shellStart + "))";
        Matcher end = Pattern.compile("^.*?" + next, Pattern.DOTALL).matcher(text);
        return end.find() ? Optional.of(end.group()) : Optional.empty();
    }

    private static Instruction unknown(String text) {
        return new Instruction("# " + text.replace("\n", "\n# "), List.of(), Certainty.UNKNOWN);
    }
}
