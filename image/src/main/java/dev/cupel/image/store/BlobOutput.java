package dev.cupel.image.store;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/// A blob that is being made. It is stored by [#finish]; closed without that, nothing of it stays.
public final class BlobOutput extends OutputStream {
    private final ContentStore store;
    private final StagedFile file;
    private final MessageDigest sha256 = Digest.sha256();
    private long size;

    BlobOutput(ContentStore store, StagedFile file) {
        this.store = store;
        this.file = file;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        sha256.update(bytes, offset, length);
        store.append(file, bytes, offset, length);
        size += length;
    }

    /// Stores what was written so far; nothing may be written after it.
    public Descriptor finish(String mediaType) throws IOException {
        Digest digest = Digest.finish(sha256.digest());
        file.commit(store.layout().blob(digest));
        return new Descriptor(mediaType, digest, size);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
