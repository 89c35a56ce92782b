package dev.cupel.inspect.history;

import java.util.List;

/// What one history text says: the instruction and, for commands, the build arguments that were set.
record Instruction(String text, List<String> arguments, Certainty certainty) {
    Instruction {
        arguments = List.copyOf(arguments);
    }
}
