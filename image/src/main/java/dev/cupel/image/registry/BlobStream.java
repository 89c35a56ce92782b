package dev.cupel.image.registry;

import dev.cupel.image.Descriptor;
import dev.cupel.image.registry.http.BrokenTransfer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A blob as one stream, whatever happens to the connections under it: where one breaks, the next asks for the rest. Gives up when
/// as many connections in a row as the retry policy allows bring nothing. The bytes are for the reader to check.
final class BlobStream extends InputStream {
    private final RegistryClient client;
    private final String repository;
    private final Descriptor blob;
    private @Nullable InputStream body;
    private long at;
    private int fruitless;

    BlobStream(RegistryClient client, String repository, Descriptor blob) {
        this.client = client;
        this.repository = repository;
        this.blob = blob;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        while (true) {
            InputStream open = opened(); // has been tried again as often as the policy allows when it fails
            try {
                int count = open.read(into, offset, length);
                if (count < 0 && at < blob.sizeBytes()) {
                    throw new BrokenTransfer("the answer ended " + (blob.sizeBytes() - at) + " bytes early");
                }
                at += Math.max(0, count);
                fruitless = count > 0 ? 0 : fruitless;
                return count;
            } catch (BrokenTransfer broken) {
                close();
                again(broken);
            }
        }
    }

    @Override
    public void close() throws IOException {
        InputStream open = body;
        body = null;
        if (open != null) {
            open.close();
        }
    }

    private InputStream opened() throws IOException {
        InputStream open = body;
        if (open == null) {
            open = client.call(new OpenBlob(repository, blob.digest(), blob.sizeBytes(), at));
            body = open;
        }
        return open;
    }

    private void again(BrokenTransfer broken) throws IOException {
        fruitless++;
        if (fruitless >= client.retries().attempts()) {
            throw new BrokenTransfer(
                    "Cannot pull blob %s of %s: at byte %d of %d, %s, %d times in a row."
                            .formatted(blob.digest(), repository, at, blob.sizeBytes(), broken.getMessage(), fruitless),
                    broken);
        }
        client.retries().before(fruitless, Optional.empty());
    }
}
