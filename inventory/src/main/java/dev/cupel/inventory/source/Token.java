package dev.cupel.inventory.source;

/// One word of a program's text. Comments and blanks are none.
///
/// @param text of a literal: its content, simple escapes resolved; of a [Kind#TEMPLATE]: only what stands before the first
///     part that a run would put in
/// @param column characters before it on its line
public record Token(Kind kind, String text, int column) {
    public enum Kind {
        WORD,
        NUMBER,
        /// A literal text that is known.
        TEXT,
        /// A literal text of which a run makes up a part.
        TEMPLATE,
        /// One character that is none of the above.
        MARK,
        /// The end of a statement's line, in languages that have it.
        LINE_END,
        /// What every place after the last token reads.
        END
    }

    public static final Token END = new Token(Kind.END, "", 0);

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    public boolean isMark(char mark) {
        return kind == Kind.MARK && text.charAt(0) == mark;
    }

    public boolean isText() {
        return kind == Kind.TEXT;
    }

    public boolean isEnd() {
        return kind == Kind.END;
    }
}
