package dev.cupel.linux.bpf;

/// A place in a program that jumps can name before it is reached; [Assembler#bind] says where it is.
public final class Label {
    private static final int NOWHERE = -1;

    private int at = NOWHERE;

    void bind(int instruction) {
        if (at != NOWHERE) {
            throw new IllegalStateException("a label stands at one place only");
        }
        at = instruction;
    }

    int at() {
        if (at == NOWHERE) {
            throw new IllegalStateException("a jump goes to a label that was never bound");
        }
        return at;
    }
}
