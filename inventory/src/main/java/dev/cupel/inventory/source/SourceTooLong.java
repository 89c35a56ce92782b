package dev.cupel.inventory.source;

/// A program's text beyond what is looked at. Text that its own compiler would refuse is none: it is read as far as it makes
/// sense.
public final class SourceTooLong extends Exception {
    private static final long serialVersionUID = 1L;

    SourceTooLong(int characters, int limit) {
        super("the text has %d characters, more than %d".formatted(characters, limit));
    }
}
