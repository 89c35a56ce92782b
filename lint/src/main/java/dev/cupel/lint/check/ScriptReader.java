package dev.cupel.lint.check;

import dev.cupel.inventory.shell.MalformedShell;
import dev.cupel.inventory.shell.ShellCommand;
import dev.cupel.inventory.shell.ShellScript;
import dev.cupel.inventory.shell.ShellWord;
import dev.cupel.inventory.shell.TextRange;
import dev.cupel.lint.dockerfile.Arguments;
import dev.cupel.lint.dockerfile.HereDocument;
import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.dockerfile.Span;
import dev.cupel.lint.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Reads the commands of a RUN out of its shell form, its list, or its here document.
record ScriptReader(SourceText source, List<String> shell) {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "ksh", "mksh");

    Script read(Instruction run) {
        boolean pipefail = shell.contains("pipefail");
        if (run.arguments() instanceof Arguments.Json(List<Word> items)) {
            return new Script(run, true, "", items.isEmpty() ? List.of() : ofList(items), true);
        }
        if (!isPosix() || !(run.arguments() instanceof Arguments.Line(var line))) {
            return new Script(run, false, "", List.of(), true);
        }
        if (!run.hereDocuments().isEmpty()) {
            HereDocument document = run.hereDocuments().getFirst();
            if (line.text().strip().startsWith("<<") && line.text().strip().indexOf(' ') < 0) {
                return document(run, document, pipefail);
            }
        }
        return read(run, line.text(), range -> line.span(range.start(), range.end()), pipefail);
    }

    /// The whole RUN is the document: the shell reads it, or the program that its first line names.
    private Script document(Instruction run, HereDocument document, boolean pipefail) {
        String text = source.at(document.body());
        boolean foreign = text.startsWith("#!") && SHELLS.stream().noneMatch(one -> text.lines().findFirst().orElse("").matches("#!.*\\b" + one + "\\b.*"));
        int base = document.body().start();
        return foreign
                ? new Script(run, false, text, List.of(), true)
                : read(run, text, range -> new Span(base + range.start(), base + range.end()), pipefail);
    }

    private boolean isPosix() {
        return shell.isEmpty() || SHELLS.contains(Wrappers.baseName(shell.getFirst()));
    }

    private static List<Call> ofList(List<Word> items) {
        List<Argument> words = items.stream().map(item -> new Argument(item.text(), item.span())).toList();
        Span span = items.getFirst().span().to(items.getLast().span());
        return new Wrappers(ScriptReader::inner).calls(words, span, List.of(), List.of(), false);
    }

    private static Script read(Instruction run, String text, Function<TextRange, Span> place, boolean pipefail) {
        try {
            ShellScript script = ShellScript.read(text);
            List<Call> calls = calls(script, place);
            boolean set = pipefail || calls.stream().anyMatch(call -> call.is("set") && call.words().stream().anyMatch(word -> word.text().equals("pipefail")));
            return new Script(run, true, text, calls, set);
        } catch (MalformedShell e) {
            return new Script(run, false, text, List.of(), true);
        }
    }

    /// The script that is an argument of `sh -c`: all of it stands where the argument stands.
    private static List<Call> inner(Argument script) {
        try {
            return calls(ShellScript.read(script.text()), _ -> script.span());
        } catch (MalformedShell e) {
            return List.of();
        }
    }

    private static List<Call> calls(ShellScript script, Function<TextRange, Span> place) {
        List<Call> calls = new ArrayList<>();
        for (ShellCommand command : script.commands()) {
            List<Argument> words = new ArrayList<>();
            for (int i = 0; i < command.words().size(); i++) {
                words.add(new Argument(text(command.words().get(i)), place.apply(command.places().get(i))));
            }
            Span span = place.apply(command.place());
            calls.addAll(new Wrappers(ScriptReader::inner)
                    .calls(words, span, command.settings(), command.redirections(), command.piped()));
        }
        return calls;
    }

    /// A word with its variables written out as such.
    static String text(ShellWord word) {
        StringBuilder out = new StringBuilder();
        for (ShellWord.Part part : word.parts()) {
            switch (part) {
                case ShellWord.Part.Text(String text, boolean _) -> out.append(text);
                case ShellWord.Part.Variable(String name, var _, boolean _) -> out.append("${").append(name).append('}');
                case ShellWord.Part.Unknown _ -> out.append("$()");
            }
        }
        return out.toString();
    }
}
