package dev.cupel.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Standard output, remembering why it could not be written: print writers only tell that.
public final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private Optional<IOException> failure = Optional.empty();

    public StandardOutput(OutputStream out) {
        this.out = out;
    }

    /// The first failure. A reader that has seen enough (`| head -1`) is none.
    public Optional<IOException> failure() {
        return failure.filter(one -> !String.valueOf(one.getMessage()).contains("Broken pipe"));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = failure.isPresent() ? failure : Optional.of(e);
            throw e;
        }
    }
}
