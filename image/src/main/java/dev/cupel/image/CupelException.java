package dev.cupel.image;

/// Something that a person must act on: what was tried, on what and why it stopped, and what to do next. The command
/// line prints it as it is, so neither part may hold a secret; text from outside goes through [Quoted].
public final class CupelException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Fault fault;
    private final String next;

    /// `what` is one sentence that says what was tried, on what, and what came of it; `next` says what to do.
    public CupelException(Fault fault, String what, String next) {
        super(what);
        this.fault = fault;
        this.next = next;
    }

    /// The same, with the failure below it, which `--debug` shows.
    public CupelException(Fault fault, String what, String next, Throwable cause) {
        super(what, cause);
        this.fault = fault;
        this.next = next;
    }

    public Fault fault() {
        return fault;
    }

    /// What the person can do now; empty when there is nothing to add.
    public String next() {
        return next;
    }
}
