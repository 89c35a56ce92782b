package dev.cupel.image.store;

import dev.cupel.image.Digest;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/// A process that stores a blob without end, and says `!` once a part of it is on disk.
final class EndlessWriter {
    private EndlessWriter() {}

    public static void main(String[] arguments) throws Exception {
        ContentStore.at(Path.of(arguments[0])).add(Digest.of(new byte[0]), Long.MAX_VALUE - 1, new InputStream() {
            private int reads;

            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws java.io.IOException {
                if (++reads > 2) {
                    System.out.write('!');
                    System.out.flush();
                    System.in.read(); // waits to be killed
                }
                Arrays.fill(into, offset, offset + length, (byte) 0);
                return length;
            }
        });
    }
}
