package dev.cupel.inventory.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads one simple command: what stands before its name, its words, its redirections.
final class SimpleCommands {
    private static final Set<String> MARKS =
            Set.of("if", "then", "else", "elif", "fi", "while", "until", "do", "done", "{", "}", "!", "time", "coproc");
    private final Cursor cursor;
    private final WordReader words;
    private final Findings findings;
    private final HereDocuments documents;
    private final Compounds compounds;
    private final Assignments assignments;

    SimpleCommands(Cursor cursor, WordReader words, Findings findings, HereDocuments documents, Compounds compounds) {
        this.cursor = cursor;
        this.words = words;
        this.findings = findings;
        this.documents = documents;
        this.compounds = compounds;
        this.assignments = new Assignments(findings);
    }

    /// Reads the command that begins here. Steps over at least one character.
    void read() throws MalformedShell {
        int start = cursor.position();
        int line = cursor.line();
        List<ShellWord> found = new ArrayList<>();
        List<TextRange> places = new ArrayList<>();
        List<ShellRedirection> redirections = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        boolean goesOn = true;
        while (goesOn) {
            cursor.skipBlanks();
            int before = cursor.position();
            int place = cursor.place();
            if (Redirection.follows(cursor)) {
                redirection(redirections);
            } else {
                ShellWord word = words.word();
                int size = found.size();
                TextRange range = new TextRange(place, cursor.place());
                goesOn = cursor.position() > before && (found.isEmpty() ? first(word, found, settings) : next(word, found));
                if (found.size() > size) {
                    places.add(range);
                }
            }
        }
        if (!found.isEmpty()) {
            assignments.ofCommand(found);
            findings.command(new ShellCommand(found, line, places, settings, redirections, false));
        } else if (cursor.position() == start) {
            cursor.next();
        }
    }

    /// The first word, or what stands before it. Returns whether the command goes on.
    private boolean first(ShellWord word, List<ShellWord> found, List<String> settings) throws MalformedShell {
        if (MARKS.stream().anyMatch(word::isBare) || compounds.take(word)) {
            return false;
        }
        if (word.isBare("function")) {
            cursor.skipBlanks();
            function(words.word());
            takeBrackets();
            return false;
        }
        if (assignments.opensArray(word) && cursor.take("(")) {
            array(word);
            return true;
        }
        if (assignments.take(word)) {
            settings.add(Assignments.nameOf(word));
            return true;
        }
        if (takeBrackets()) {
            function(word);
            return false;
        }
        found.add(word);
        return true;
    }

    private boolean next(ShellWord word, List<ShellWord> found) throws MalformedShell {
        if (assignments.opensArray(word) && cursor.take("(")) { // local NAME=(…)
            array(word);
            return true;
        }
        found.add(word);
        if (!found.getFirst().isBare("[[")) {
            return true;
        }
        if (word.isBare("]]")) {
            return false;
        }
        insideOfTest();
        return true;
    }

    /// Inside `[[ … ]]` the signs that end a command elsewhere do not.
    private void insideOfTest() {
        cursor.skipBlanks();
        while (!cursor.atEnd() && "&|<>()\n".indexOf(cursor.peek()) >= 0) {
            cursor.next();
            cursor.skipBlanks();
        }
    }

    private void function(ShellWord name) {
        name.literal().ifPresent(findings::function);
    }

    /// The brackets after the name of a function, if they follow.
    private boolean takeBrackets() {
        int open = blanksFrom(0);
        int close = blanksFrom(open + 1);
        if (cursor.peek(open) != '(' || cursor.peek(close) != ')') {
            return false;
        }
        for (int i = 0; i <= close; i++) {
            cursor.next();
        }
        return true;
    }

    private int blanksFrom(int ahead) {
        int end = ahead;
        while (cursor.peek(end) == ' ' || cursor.peek(end) == '\t') {
            end++;
        }
        return end;
    }

    private void redirection(List<ShellRedirection> redirections) throws MalformedShell {
        String operator = Redirection.take(cursor);
        cursor.skipBlanks();
        ShellWord target = words.word();
        if (operator.equals("<<") || operator.equals("<<-")) {
            documents.announce(target, operator.equals("<<-"));
        } else {
            redirections.add(new ShellRedirection(operator, target));
        }
    }

    private void array(ShellWord opening) throws MalformedShell {
        while (!cursor.atEnd() && !cursor.take(")")) {
            int before = cursor.position();
            ShellWord element = words.word();
            if (!element.parts().isEmpty()) {
                assignments.element(opening, element);
            } else if (cursor.peek() == '#') {
                cursor.takeLine();
            }
            if (cursor.position() == before) {
                cursor.next();
            }
        }
    }
}
