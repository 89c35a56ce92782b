package dev.cupel.observe.probe.comparison;

import dev.cupel.image.Quoted;

/// One thing in which a container's behaviour differs from the original's.
public sealed interface Difference {
    /// Id of the exchange it shows in; empty for the log.
    String exchange();

    /// One sentence that begins with the question's label, without a full stop.
    String summary();

    /// Nothing came back where the original answered.
    record NoAnswer(String exchange, String label, String reason) implements Difference {
        @Override
        public String summary() {
            return label + ": no answer (" + reason + ")";
        }
    }

    /// It was not asked at all: the run ended before.
    record NotAsked(String exchange, String label) implements Difference {
        @Override
        public String summary() {
            return label + ": was not asked, the run ended before";
        }
    }

    /// Another HTTP status.
    record OtherStatus(String exchange, String label, int original, int now) implements Difference {
        @Override
        public String summary() {
            return label + ": status " + now + " instead of " + original;
        }
    }

    /// Another exit code.
    record OtherExitCode(String exchange, String label, int original, int now, String errors) implements Difference {
        @Override
        public String summary() {
            return label + ": exit code " + now + " instead of " + original + (errors.isBlank() ? "" : ", " + Quoted.of(errors.strip()));
        }
    }

    /// A header field that is gone, new or of another value; empty where there is none.
    record OtherHeader(String exchange, String label, String name, String original, String now) implements Difference {
        @Override
        public String summary() {
            return label + ": header " + Quoted.of(name) + " is " + Quoted.of(now) + " instead of " + Quoted.of(original);
        }
    }

    /// Other content.
    ///
    /// @param place `body`, `output`, `errors`, `reply 7`, or a JSON pointer into the body
    record OtherText(String exchange, String label, String place, String original, String now) implements Difference {
        @Override
        public String summary() {
            return label + ": " + place + " has " + Quoted.of(now) + " instead of " + Quoted.of(original);
        }
    }

    /// It did not reach the state, or not the ports, that the original reached.
    record OtherState(String exchange, String label, String original, String now) implements Difference {
        @Override
        public String summary() {
            return label + ": " + now + ", but of the original: " + original;
        }
    }

    /// What the user demanded and the original gave.
    record Unmet(String exchange, String label, String demand) implements Difference {
        @Override
        public String summary() {
            return label + ": " + demand;
        }
    }

    /// It logs trouble that the original did not log.
    record NewLogLine(String line) implements Difference {
        @Override
        public String exchange() {
            return "";
        }

        @Override
        public String summary() {
            return "log: " + Quoted.of(line);
        }
    }
}
