package dev.cupel.inventory.node;

import dev.cupel.inventory.source.SourceCursor;
import dev.cupel.inventory.source.SourceLimits;
import dev.cupel.inventory.source.Token;
import dev.cupel.inventory.source.TokenWindow;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Walks through a text's tokens once and collects what [ScriptSource] tells.
final class ScriptScan {
    private static final Set<String> MODULE_CALLS = Set.of("require", "import", "resolve", "createRequire", "requireFrom", "__require");
    private static final Set<String> FILE_CALLS = Set.of("Worker", "fork", "URL", "Piscina");
    private static final int LONGEST_NAME = 214;
    private static final Pattern PACKAGE =
            Pattern.compile("(?:@[a-z0-9][a-z0-9._~-]*/)?[a-z0-9][a-z0-9._~-]*(?:/[\\w./-]+)?", Pattern.CASE_INSENSITIVE);

    private final TokenWindow tokens;
    private final SourceLimits limits;
    private final SortedSet<String> modules = new TreeSet<>();
    private final SortedSet<String> files = new TreeSet<>();
    private final SortedSet<String> folders = new TreeSet<>();
    private final SortedSet<String> names = new TreeSet<>();
    private final ScriptCalls calls = new ScriptCalls();

    ScriptScan(SourceCursor cursor, SourceLimits limits) {
        this.tokens = new TokenWindow(new ScriptTokens(cursor));
        this.limits = limits;
    }

    ScriptSource source() {
        for (Token token = tokens.at(0); !token.isEnd(); token = tokens.at(0)) {
            if (token.isWord()) {
                word(token);
            } else if (token.isText() && isPackage(token.text())) {
                add(names, token.text());
            }
            tokens.advance();
        }
        return new ScriptSource(modules, files, folders, names, calls.programs());
    }

    private void word(Token token) {
        boolean call = tokens.at(1).isMark('(');
        if (call && MODULE_CALLS.contains(token.text())) {
            module(tokens.at(2), tokens.at(3));
        } else if (call && FILE_CALLS.contains(token.text())) {
            file(2);
        } else if (token.isWord("from") || (token.isWord("import") && tokens.at(1).isText())) {
            // `export … from "x"`; nobody else writes the word before a literal.
            if (tokens.at(1).isText()) {
                add(modules, tokens.at(1).text());
            }
        } else if (token.isWord("__dirname") || token.isWord("dirname")) {
            besideItself();
        }
        calls.look(tokens);
    }

    private void module(Token argument, Token next) {
        if (argument.isText() && next.isMark('+')) {
            folder(argument.text());
        } else if (argument.isText()) {
            add(modules, argument.text());
        } else if (argument.kind() == Token.Kind.TEMPLATE) {
            folder(argument.text());
        }
    }

    private void folder(String beginning) {
        int slash = beginning.lastIndexOf('/');
        if (slash > 0) {
            add(folders, beginning.substring(0, slash + 1));
        }
    }

    private void file(int offset) {
        Token argument = tokens.at(offset);
        if (argument.isText()) {
            add(files, argument.text());
        } else if (argument.isWord("require") || argument.isWord("path") || argument.isWord("new")) {
            return; // the inner call speaks for itself when its turn comes
        }
    }

    /// `path.join(__dirname, "a", "b")` and `__dirname + "/a"`.
    private void besideItself() {
        StringBuilder path = new StringBuilder(".");
        int at = 1;
        while (at < 16 && (tokens.at(at).isMark(',') || tokens.at(at).isMark('+')) && tokens.at(at + 1).isText()) {
            String part = tokens.at(at + 1).text();
            path.append(part.startsWith("/") ? "" : "/").append(part);
            at += 2;
        }
        if (at > 1 && path.length() <= LONGEST_NAME * 2) {
            add(files, path.toString());
        }
    }

    private static boolean isPackage(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_NAME && PACKAGE.matcher(text).matches();
    }

    private void add(SortedSet<String> set, String text) {
        if (set.size() < limits.literals() && text.indexOf('\0') < 0) {
            set.add(text);
        }
    }
}
