package dev.cupel.inventory.node;

import dev.cupel.inventory.source.SourceCursor;
import dev.cupel.inventory.source.Token;
import dev.cupel.inventory.source.Token.Kind;
import dev.cupel.inventory.source.TokenSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Splits JavaScript text into tokens; TypeScript and JSX are close enough. Whether a slash divides or begins a regular
/// expression is told by the token before, as every tokenizer without a parser does it.
final class ScriptTokens implements TokenSource {
    private static final Set<String> BEFORE_CONDITION = Set.of("if", "while", "for", "with");
    private static final Set<String> BEFORE_EXPRESSION = Set.of(
            "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "instanceof", "yield", "await",
            "default");
    private final SourceCursor cursor;
    /// For each template that is being read, how many braces are open inside its current field.
    private final Deque<Integer> templates = new ArrayDeque<>();
    /// For each open parenthesis, whether it holds the condition of a statement, behind which an expression may begin.
    private final Deque<Boolean> conditions = new ArrayDeque<>();
    private boolean afterCondition;
    private Token last = Token.END;

    ScriptTokens(SourceCursor cursor) {
        this.cursor = cursor;
        if (cursor.sees("#!")) {
            cursor.takeLine();
        }
    }

    @Override
    public Token next() {
        while (!cursor.atEnd()) {
            char c = cursor.peek();
            if (Character.isWhitespace(c) || c == '\0' || c == '\ufeff') {
                cursor.next();
            } else if (cursor.take("//")) {
                cursor.takeLine();
            } else if (cursor.take("/*")) {
                cursor.takeUntil("*/");
            } else {
                last = token(c);
                return last;
            }
        }
        return Token.END;
    }

    private Token token(char c) {
        int column = cursor.column();
        if (c == '"' || c == '\'') {
            return new ScriptLiteral(cursor).quoted(column);
        }
        if (c == '`') {
            cursor.next();
            return template(column);
        }
        if (c == '$' || SourceCursor.isWordStart(c) || SourceCursor.isWordPart(c)) {
            return word(column);
        }
        if (c == '/' && !afterValue()) {
            new ScriptLiteral(cursor).skipExpression();
            return new Token(Kind.NUMBER, "/", column);
        }
        return mark(column);
    }

    private Token word(int column) {
        StringBuilder word = new StringBuilder();
        boolean number = Character.isDigit(cursor.peek());
        while (cursor.peek() == '$' || SourceCursor.isWordPart(cursor.peek())) {
            word.append(cursor.next());
        }
        return new Token(number ? Kind.NUMBER : Kind.WORD, word.toString(), column);
    }

    private Token mark(int column) {
        char c = cursor.next();
        if (!templates.isEmpty() && c == '{') {
            templates.push(templates.pop() + 1);
        } else if (!templates.isEmpty() && c == '}') {
            int open = templates.pop();
            if (open == 0) {
                return template(column);
            }
            templates.push(open - 1);
        } else if (c == '(') {
            conditions.push(last.isWord() && BEFORE_CONDITION.contains(last.text()));
        } else if (c == ')') {
            afterCondition = !conditions.isEmpty() && conditions.pop();
        }
        return new Token(Kind.MARK, String.valueOf(c), column);
    }

    /// Reads on to the template's end, or to its next field, whose tokens then come as any others.
    private Token template(int column) {
        ScriptLiteral literal = new ScriptLiteral(cursor);
        boolean ended = literal.templatePart();
        if (!ended) {
            templates.push(0);
        }
        boolean whole = ended && !last.isMark('}');
        return new Token(whole ? Kind.TEXT : Kind.TEMPLATE, literal.text(), column);
    }

    private boolean afterValue() {
        return switch (last.kind()) {
            case WORD -> !BEFORE_EXPRESSION.contains(last.text());
            case NUMBER, TEXT, TEMPLATE -> true;
            case MARK -> (last.isMark(')') && !afterCondition) || last.isMark(']') || last.isMark('}');
            case LINE_END, END -> false;
        };
    }
}
