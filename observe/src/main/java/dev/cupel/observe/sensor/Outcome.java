package dev.cupel.observe.sensor;

import dev.cupel.linux.Errno;
import java.io.IOException;

/// What came of a system call, or will come.
interface Outcome {
    /// Whether what the path names was there.
    boolean found(HeldCall.Named named) throws IOException;

    /// Whether the call did what it was asked for.
    boolean done();

    /// As the kernel said.
    ///
    /// @param result of the call: an error is its negative number
    record Told(long result) implements Outcome {
        @Override
        public boolean found(HeldCall.Named named) {
            return result != -Errno.ENOENT && result != -Errno.ENOTDIR;
        }

        @Override
        public boolean done() {
            return result >= 0;
        }
    }

    /// As the files are while the call waits.
    record Foreseen(HeldCall call, Presence presence) implements Outcome {
        @Override
        public boolean found(HeldCall.Named named) throws IOException {
            return CallMeaning.makes(call.name(), named.flags(), named.second())
                    ? presence.has(named.path().parent(), true)
                    : presence.has(named.path(), CallMeaning.follows(call.name(), call.arguments()));
        }

        @Override
        public boolean done() {
            return true;
        }
    }
}
