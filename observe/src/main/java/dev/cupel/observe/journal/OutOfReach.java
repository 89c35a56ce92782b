package dev.cupel.observe.journal;

import dev.cupel.image.CupelException;
import java.io.IOException;

/// All that is left lies in the hands of another program that cannot be asked now. It stays in the journal; a later sweep tries again.
final class OutOfReach extends IOException {
    private static final long serialVersionUID = 1;

    OutOfReach(String message, CupelException cause) {
        super(message, cause);
    }
}
