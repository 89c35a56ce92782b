package dev.cupel.inventory.shell;

/// Those compound commands that have words of their own besides commands: `for`, `select` and `case`.
record Compounds(Cursor cursor, WordReader words, Findings findings, CommandReader commands) {
    /// Reads on behind `word` if that opens one; says whether it does.
    boolean take(ShellWord word) throws MalformedShell {
        if (word.isBare("for") || word.isBare("select")) {
            loop();
            return true;
        }
        if (word.isBare("case")) {
            cases();
            return true;
        }
        return false;
    }

    /// `for NAME [in words]`, or `for ((…))`.
    private void loop() throws MalformedShell {
        cursor.skipBlanks();
        if (cursor.take("((")) {
            commands.arithmetic();
            return;
        }
        String name = words.word().literal().orElse("");
        skipLines();
        if (!words.word().isBare("in")) {
            return; // it was `do`, which only marks
        }
        int before;
        do {
            cursor.skipBlanks();
            before = cursor.position();
            ShellWord value = words.word();
            if (cursor.position() > before) {
                findings.variable(name, value);
            }
        } while (cursor.position() > before);
    }

    /// `case WORD in PATTERN) list ;; … esac`: the patterns are no commands, the lists are.
    private void cases() throws MalformedShell {
        commands.deeper();
        cursor.skipBlanks();
        words.word();
        skipLines();
        words.word(); // in
        boolean more = true;
        while (more && !cursor.atEnd()) {
            more = pattern() && commands.branch();
        }
        commands.shallower();
    }

    /// Returns false at `esac`.
    private boolean pattern() throws MalformedShell {
        skipLines();
        cursor.take("(");
        while (!cursor.atEnd()) {
            skipLines();
            int before = cursor.position();
            if (words.word().isBare("esac")) {
                return false;
            }
            skipLines();
            if (cursor.take(")")) {
                return true;
            }
            if (!cursor.take("|") && cursor.position() == before) {
                cursor.next();
            }
        }
        return false;
    }

    private void skipLines() {
        boolean skipped = true;
        while (skipped) {
            skipped = cursor.skipBlanks();
            if (cursor.peek() == '\n') {
                skipped = true;
                cursor.next();
            } else if (cursor.peek() == '#') {
                skipped = true;
                cursor.takeLine();
            }
        }
    }
}
