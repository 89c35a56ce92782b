package dev.cupel.cli;

import dev.cupel.image.Fault;

/// Exit codes; they are API.
final class ExitCode {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int ENVIRONMENT = 3;
    static final int INPUT = 4;
    /// What was asked for does not exist, and that is no fault.
    static final int NOTHING = 5;
    /// There is nothing to judge by.
    static final int CANNOT_TELL = 6;
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(Fault fault) {
        return switch (fault) {
            case REFUSED -> REFUSED;
            case USAGE -> USAGE;
            case ENVIRONMENT -> ENVIRONMENT;
            case INPUT -> INPUT;
        };
    }
}
