package dev.cupel.inventory.shell;

/// Reads lists of commands. The shell's own words (`if`, `do`, `{`, …) only mark that another command follows, so the tree that
/// they form is not built: commands of every branch count alike.
final class CommandReader {
    /// What ends a list: the end of the text, a closing bracket, or the end of a branch of `case`.
    private enum Until {
        END,
        BRACKET,
        BRANCH
    }

    private final Cursor cursor;
    private final Findings findings;
    private final WordReader words;
    private final HereDocuments documents = new HereDocuments();
    private final SimpleCommands simple;
    private int depth;

    CommandReader(Cursor cursor, Findings findings, int depth) {
        this.cursor = cursor;
        this.findings = findings;
        this.depth = depth;
        this.words = new WordReader(cursor, this);
        this.simple = new SimpleCommands(cursor, words, findings, documents, new Compounds(cursor, words, findings, this));
    }

    void readAll() throws MalformedShell {
        list(Until.END);
    }

    /// A list inside this text, up to the bracket that closes it.
    void inner() throws MalformedShell {
        deeper();
        list(Until.BRACKET);
        shallower();
    }

    /// One branch of `case`; returns whether another may follow.
    boolean branch() throws MalformedShell {
        list(Until.BRANCH);
        boolean last = cursor.take("esac");
        return !last && (cursor.take(";;&") || cursor.take(";;") || cursor.take(";&"));
    }

    /// Text that is a script of its own, such as what stands between backticks.
    void apart(String text, int line) throws MalformedShell {
        deeper();
        new CommandReader(new Cursor(text, line, cursor.place()), findings, depth).readAll();
        shallower();
    }

    /// Text in which only substitutions count, such as a here document.
    void quotedApart(String text, int line) throws MalformedShell {
        deeper();
        Cursor inside = new Cursor(text, line, cursor.place());
        new WordReader(inside, new CommandReader(inside, findings, depth)).doubleQuoted(new WordParts(), Cursor.END);
        shallower();
    }

    /// `${NAME:=value}` sets the variable.
    void assigned(String name, ShellWord value) {
        findings.variable(name, value);
    }

    void deeper() throws MalformedShell {
        if (--depth < 0) {
            throw new MalformedShell("line %d: nested too deep".formatted(cursor.line()));
        }
    }

    void shallower() {
        depth++;
    }

    /// `((…))` after its opening brackets: only substitutions in it are of interest.
    void arithmetic() throws MalformedShell {
        deeper();
        int open = 2;
        while (open > 0 && !cursor.atEnd()) {
            char c = cursor.peek();
            if (c == '$' || c == '`' || c == '"' || c == '\'') {
                words.word();
            } else {
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
                cursor.next();
            }
        }
        shallower();
    }

    private void list(Until end) throws MalformedShell {
        while (!cursor.atEnd()) {
            cursor.skipBlanks();
            char c = cursor.peek();
            if (end == Until.BRANCH && endsBranch()) {
                return;
            }
            if (c == ')' && end == Until.BRACKET) {
                cursor.next();
                return;
            }
            if (c == '#') {
                cursor.takeLine();
            } else if (c == '\n') {
                cursor.next();
                documents.read(cursor, this);
            } else if (cursor.take("((")) {
                arithmetic();
            } else if (cursor.take("(")) {
                inner();
            } else if (";&|)".indexOf(c) >= 0 && !Redirection.follows(cursor)) {
                boolean or = cursor.take("||");
                if (!or && cursor.next() == '|') {
                    findings.pipe();
                }
            } else if (!cursor.atEnd()) {
                simple.read();
            }
        }
    }

    private boolean endsBranch() {
        return cursor.sees(";;") || cursor.sees(";&") || (cursor.sees("esac") && !Names.isPart(cursor.peek(4)));
    }
}
