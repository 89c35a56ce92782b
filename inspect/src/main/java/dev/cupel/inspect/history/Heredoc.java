package dev.cupel.inspect.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command of several lines can only have been a heredoc: a continued line reaches the history as one.
final class Heredoc {
    private static final Pattern OWN = Pattern.compile("<<-?[\"']?([A-Za-z_][A-Za-z0-9_]*)");

    private Heredoc() {}

    static String run(String command) {
        if (command.indexOf('\n') < 0) {
            return "RUN " + command;
        }
        Matcher own = OWN.matcher(command.substring(0, command.indexOf('\n')));
        if (own.find() && command.lines().anyMatch(line -> line.strip().equals(own.group(1)))) {
            return "RUN " + command;
        }
        String end = "EOF";
        while (command.lines().anyMatch(end::equals)) {
            end += "_";
        }
        return "RUN <<" + end + "\n" + command + "\n" + end;
    }
}
