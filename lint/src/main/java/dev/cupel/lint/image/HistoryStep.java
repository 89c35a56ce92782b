package dev.cupel.lint.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One entry of an image's history as the instruction that made it: of BuildKit (`RUN |1 A=b /bin/sh -c … # buildkit`) or of the classic
/// builder (`/bin/sh -c …`, `/bin/sh -c #(nop) ADD …`). Read without regular expressions: a history is as long as its maker likes.
///
/// @param name of the instruction; empty if that is not known
/// @param rest what follows it
/// @param arguments what a RUN was given as build arguments, or ARG names: `NAME=value`
record HistoryStep(String name, String rest, List<String> arguments) {
    private static final String BUILDKIT = "# buildkit";
    private static final String NOP = "/bin/sh -c #(nop)";
    private static final List<String> SHELLS = List.of("/bin/sh ", "/bin/bash ", "/bin/ash ", "/busybox/sh ");

    HistoryStep {
        arguments = List.copyOf(arguments);
    }

    static HistoryStep of(String createdBy) {
        String text = createdBy.strip();
        text = text.endsWith(BUILDKIT) ? text.substring(0, text.length() - BUILDKIT.length()).strip() : text;
        if (text.startsWith(NOP)) {
            return named(text.substring(NOP.length()).strip());
        }
        return run(text.startsWith("RUN ") ? text.substring(4) : text).orElse(named(text));
    }

    /// What a shell was given: `|2 A=1 B=2 /bin/sh -c command`.
    private static Optional<HistoryStep> run(String text) {
        int shell = 0;
        List<String> arguments = List.of();
        if (text.startsWith("|")) {
            int first = SHELLS.stream().mapToInt(one -> text.indexOf(" " + one)).filter(at -> at >= 0).min().orElse(-1);
            if (first < 0) {
                return Optional.empty();
            }
            arguments = Stream.of(text.substring(0, first).split(" ", -1)).skip(1).toList();
            shell = first + 1;
        }
        return command(text, shell).isEmpty() ? Optional.empty() : Optional.of(new HistoryStep("RUN", command(text, shell).get(), arguments));
    }

    /// Behind the shell's options, of which the last is `-c` or ends in it.
    private static Optional<String> command(String text, int shell) {
        int at = SHELLS.stream().filter(one -> text.startsWith(one, shell)).mapToInt(String::length).findFirst().orElse(0) + shell;
        while (at > shell) {
            int end = text.indexOf(' ', at);
            String word = end < 0 ? "" : text.substring(at, end);
            if (word.startsWith("-") && word.endsWith("c")) {
                return Optional.of(text.substring(end + 1));
            }
            if (!word.startsWith("-") && !word.equals("pipefail")) {
                return Optional.empty();
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    private static HistoryStep named(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
            end++;
        }
        if (end == 0 || (end < text.length() && text.charAt(end) != ' ')) {
            return new HistoryStep("", text, List.of());
        }
        String name = text.substring(0, end);
        String rest = text.substring(end).strip();
        return new HistoryStep(name, rest, name.equals("ARG") ? List.of(rest.split(" ", -1)) : List.of());
    }
}
