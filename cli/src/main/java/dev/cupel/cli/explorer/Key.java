package dev.cupel.cli.explorer;

/// One key press. `typed` is the character of [Name#CHARACTER], else 0.
record Key(Name name, char typed) {
    /// Keys that have a name.
    enum Name {
        CHARACTER,
        UP,
        DOWN,
        LEFT,
        RIGHT,
        PAGE_UP,
        PAGE_DOWN,
        HOME,
        END,
        ENTER,
        TAB,
        ESCAPE,
        BACKSPACE,
        /// Nothing that we know.
        OTHER,
        /// The terminal is gone.
        CLOSED
    }

    static Key of(Name name) {
        return new Key(name, '\0');
    }

    static Key of(char typed) {
        return new Key(Name.CHARACTER, typed);
    }
}
