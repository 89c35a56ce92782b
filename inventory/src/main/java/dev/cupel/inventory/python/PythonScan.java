package dev.cupel.inventory.python;

import dev.cupel.inventory.source.SourceCursor;
import dev.cupel.inventory.source.SourceLimits;
import dev.cupel.inventory.source.Token;
import dev.cupel.inventory.source.TokenWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Walks through a text's tokens once and collects what [PythonSource] tells.
final class PythonScan {
    private static final int LONGEST_NAME = 200;
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*(?::[A-Za-z_][\\w.]*)?(?:\\(\\))?");
    private static final Set<String> RESOURCE_CALLS = Set.of("find_spec", "files", "get_data", "find_loader", "run_module");

    private final TokenWindow tokens;
    private final SourceLimits limits;
    private final List<PythonImport> imports = new ArrayList<>();
    private final TreeSet<String> literals = new TreeSet<>();
    private final PythonCalls calls = new PythonCalls();

    PythonScan(SourceCursor cursor, SourceLimits limits) {
        this.tokens = new TokenWindow(new PythonTokens(cursor));
        this.limits = limits;
    }

    PythonSource source() {
        int statementColumn = 0;
        boolean start = true;
        for (Token token = tokens.at(0); !token.isEnd(); token = tokens.at(0)) {
            statementColumn = start && tokens.at(-1).kind() == Token.Kind.LINE_END ? token.column() : statementColumn;
            if (start && (token.isWord("import") || token.isWord("from"))) {
                statement(statementColumn > 0 || token.column() > 0);
                start = false;
                continue;
            }
            look(token, statementColumn > 0);
            start = token.kind() == Token.Kind.LINE_END || token.isMark(':') || token.isMark(';');
            tokens.advance();
        }
        return new PythonSource(imports, literals, calls.programs());
    }

    private void look(Token token, boolean nested) {
        if (token.isText() && literals.size() < limits.literals() && isName(token.text())) {
            literals.add(token.text());
        } else if (token.isWord() && tokens.at(1).isMark('(')) {
            Token argument = tokens.at(2);
            if (argument.isText() && isName(argument.text()) && asksForModule(token.text())) {
                add(new PythonImport(0, argument.text(), List.of(), nested));
            }
        }
        calls.look(tokens);
    }

    /// `import_module`, `__import__`, `import_optional_dependency`, `importorskip`: whoever writes a function that imports by
    /// name says so in the function's own name.
    private static boolean asksForModule(String function) {
        return function.toLowerCase(Locale.ROOT).contains("import") || RESOURCE_CALLS.contains(function);
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_NAME && DOTTED.matcher(text).matches();
    }

    private void statement(boolean nested) {
        boolean from = tokens.at(0).isWord("from");
        tokens.advance();
        if (from) {
            fromImport(nested);
        } else {
            plainImport(nested);
        }
    }

    private void plainImport(boolean nested) {
        do {
            String module = dotted();
            if (!module.isEmpty()) {
                add(new PythonImport(0, module, List.of(), nested));
            }
            skipAlias();
        } while (taken(','));
    }

    private void fromImport(boolean nested) {
        int level = 0;
        while (taken('.')) {
            level++;
        }
        String module = tokens.at(0).isWord("import") ? "" : dotted();
        if (!tokens.at(0).isWord("import")) {
            return;
        }
        tokens.advance();
        add(new PythonImport(level, module, names(), nested));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        taken('(');
        while (names.size() < limits.literals() && (tokens.at(0).isWord() || tokens.at(0).isMark('*'))) {
            names.add(tokens.at(0).text());
            tokens.advance();
            skipAlias();
            if (!taken(',')) {
                break;
            }
        }
        return names;
    }

    private void skipAlias() {
        if (tokens.at(0).isWord("as")) {
            tokens.advance(2);
        }
    }

    private String dotted() {
        StringBuilder name = new StringBuilder();
        while (tokens.at(0).isWord() && name.length() <= LONGEST_NAME) {
            name.append(tokens.at(0).text());
            tokens.advance();
            if (!taken('.')) {
                break;
            }
            name.append('.');
        }
        return name.toString();
    }

    private boolean taken(char mark) {
        boolean here = tokens.at(0).isMark(mark);
        if (here) {
            tokens.advance();
        }
        return here;
    }

    private void add(PythonImport one) {
        if (imports.size() < limits.literals()) {
            imports.add(one);
        }
    }
}
