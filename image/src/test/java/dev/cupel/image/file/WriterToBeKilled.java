package dev.cupel.image.file;

import java.io.IOException;
import java.nio.file.Path;

/// Writes a file without end, and says so after the first bytes.
final class WriterToBeKilled {
    private WriterToBeKilled() {}

    public static void main(String[] arguments) throws IOException {
        new ReplacedFile(Path.of(arguments[0])).write(out -> {
            byte[] zeros = new byte[1 << 20];
            out.write(zeros);
            System.out.println("!");
            while (true) {
                Thread.onSpinWait();
            }
        });
    }
}
