package dev.cupel.image.file;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import java.io.IOException;
import java.nio.file.Path;

/// Tells a full disk from other trouble: a person must act on it.
final class FullDisk {
    private FullDisk() {}

    /// A [CupelException] where the disk is full (strerror(3) of ENOSPC and EDQUOT), else the failure itself.
    static IOException instead(IOException failure, Path target) {
        String said = String.valueOf(failure.getMessage());
        if (said.contains("No space left on device") || said.contains("Disk quota exceeded")) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Cannot write " + target + ": the disk is full.",
                    "Free some space, or name another place; nothing half-written was left.",
                    failure);
        }
        return failure;
    }
}
