package dev.cupel.image.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.LongConsumer;

/// A part of a file as a request's body; read anew each time it is sent.
///
/// @param sent is told how many bytes of the part have gone out
record FilePart(Path file, long from, long length, LongConsumer sent) {
    BodyPublisher publisher() {
        // An empty stream would be sent chunked, which some registries refuse for the request that ends an upload.
        return length == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::open), length);
    }

    private InputStream open() {
        try {
            FileChannel channel = FileChannel.open(file).position(from);
            return new Limited(Channels.newInputStream(channel), length, sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Limited extends InputStream {
        private final InputStream in;
        private final long length;
        private final LongConsumer sent;
        private long done;

        Limited(InputStream in, long length, LongConsumer sent) {
            this.in = in;
            this.length = length;
            this.sent = sent;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            Objects.checkFromIndexSize(offset, wanted, into.length);
            int count = done == length ? -1 : in.read(into, offset, (int) Math.min(wanted, length - done));
            done += Math.max(0, count);
            sent.accept(done);
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
