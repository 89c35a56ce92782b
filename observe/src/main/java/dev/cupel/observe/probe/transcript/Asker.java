package dev.cupel.observe.probe.transcript;

/// Asks, waits for the answer and writes both down. What generates questions out of answers works against this.
public interface Asker {
    /// Never fails for what the container does: no answer is an answer.
    Exchange ask(Ask ask, Expectation expectation) throws InterruptedException;

    /// As above, with nothing demanded.
    default Exchange ask(Ask ask) throws InterruptedException {
        return ask(ask, Expectation.ANYTHING);
    }

    /// Whether a limit is reached or the container is gone: ask no more.
    boolean exhausted();
}
