package dev.cupel.observe.probe.document;

/// A text is neither JSON nor YAML, is beyond a limit, or does not hold what it must.
public final class MalformedDocument extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedDocument(String what) {
        super(what);
    }
}
