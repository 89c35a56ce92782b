package dev.cupel.inspect.gate;

/// What one rule says of one image.
///
/// @param rule as the person wrote or knows it
/// @param told what was measured and what is allowed, for people
public record Ruling(String rule, Outcome outcome, String told) {
    /// Pass, fail, or not asked.
    public enum Outcome {
        PASS,
        FAIL,
        SKIP
    }

    static Ruling of(String rule, boolean passed, String told) {
        return new Ruling(rule, passed ? Outcome.PASS : Outcome.FAIL, told);
    }

    public boolean failed() {
        return outcome == Outcome.FAIL;
    }
}
