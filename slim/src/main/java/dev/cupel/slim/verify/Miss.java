package dev.cupel.slim.verify;

import dev.cupel.image.ImagePath;

/// A path that the slim image's run asked for in vain although the original has it.
///
/// @param path as the program asked for it
/// @param phase the part of the run that missed it first
/// @param program who asked
public record Miss(ImagePath path, String phase, String program) {
    /// One sentence without a full stop.
    public String sentence() {
        return "%s was asked for by %s during \"%s\" and is gone"
                .formatted(path, program.isEmpty() ? "a process" : program, phase);
    }
}
