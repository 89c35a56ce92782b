package dev.cupel.inventory.source;

import java.util.ArrayList;
import java.util.List;

/// A few tokens around a place that moves through a text: those to come and those just passed. Keeps no more than that, so
/// that a bundle of millions of tokens costs no memory.
public final class TokenWindow {
    private static final int PASSED = 4;
    /// As far as [#at] may look ahead.
    public static final int AHEAD = 64;

    private final TokenSource source;
    private final List<Token> held = new ArrayList<>();
    private int here;

    public TokenWindow(TokenSource source) {
        this.source = source;
    }

    /// The token `offset` places from here: 0 is the one at hand, -1 the one before. Outside the text it is [Token#END].
    public Token at(int offset) {
        if (offset > AHEAD || offset < -PASSED) {
            throw new IllegalArgumentException("no token is held at " + offset);
        }
        int index = here + offset;
        while (index >= held.size()) {
            held.add(source.next());
        }
        return index < 0 ? Token.END : held.get(index);
    }

    public void advance() {
        at(0);
        here++;
        if (here > 4 * AHEAD) {
            held.subList(0, here - PASSED).clear();
            here = PASSED;
        }
    }

    public void advance(int tokens) {
        for (int i = 0; i < tokens; i++) {
            advance();
        }
    }
}
