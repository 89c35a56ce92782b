package dev.cupel.image.store;

import dev.cupel.image.CupelException;
import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.manifest.Layer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;

/// Blobs by digest, on disk. What has a name is complete and was checked; several processes may work in one store. Using a blob
/// renews its time, by which [StoreCollection] tells what nobody needs. The first use removes what killed processes left.
public final class ContentStore {
    private static final long FULL_BELOW_BYTES = 16L << 20;

    private final StoreLayout layout;
    private final Clock clock;
    private final LayerShelf shelf;
    private final StoreLease lease;

    private ContentStore(StoreLayout layout, Clock clock) {
        this.layout = layout;
        this.clock = clock;
        this.shelf = new LayerShelf(this);
        this.lease = new StoreLease(layout);
    }

    /// The store below `root`, which need not exist yet.
    public static ContentStore at(Path root) {
        return at(root, Clock.systemUTC());
    }

    static ContentStore at(Path root, Clock clock) {
        return new ContentStore(new StoreLayout(root.toAbsolutePath()), clock);
    }

    /// The file of a blob, if it is here.
    public Optional<Path> blob(Digest digest) throws IOException {
        return touched(layout.blob(digest));
    }

    /// Stores a blob that comes with a promise. Reads at most one byte more than `sizeBytes`; a blob that is here already is not
    /// read at all. Anything else than promised is a [WrongBlob], and nothing is stored.
    public Path add(Digest expected, long sizeBytes, InputStream content) throws IOException {
        Optional<Path> here = blob(expected);
        // A machine that lost power may have kept a name and lost what it stood for.
        boolean whole = here.isPresent() && Files.size(here.get()) == sizeBytes;
        return whole ? here.get() : stage(new BlobCheck(expected, sizeBytes), content);
    }

    /// Stores a small blob, such as a manifest or a configuration.
    public Descriptor add(String mediaType, byte[] content) throws IOException {
        Digest digest = Digest.of(content);
        add(digest, content.length, new ByteArrayInputStream(content));
        return new Descriptor(mediaType, digest, content.length);
    }

    /// Stores a blob whose digest nobody knows yet.
    public Descriptor add(String mediaType, InputStream content) throws IOException {
        try (StagedFile file = stage()) {
            MessageDigest sha256 = Digest.sha256();
            long size = copy(content, file, sha256, Long.MAX_VALUE);
            Digest digest = Digest.finish(sha256.digest());
            file.commit(layout.blob(digest));
            return new Descriptor(mediaType, digest, size);
        }
    }

    /// Begins a blob that is made here.
    public BlobOutput create() throws IOException {
        return new BlobOutput(this, stage());
    }

    /// The bytes of a small blob that is here; a missing one is a [NoSuchFileException], one above `limitBytes` a [WrongBlob].
    public byte[] read(Digest digest, int limitBytes) throws IOException {
        Path file = blob(digest).orElseThrow(() -> new NoSuchFileException("blob " + digest + " is not in the store"));
        if (Files.size(file) > limitBytes) {
            throw new WrongBlob("blob %s has %d bytes, more than the %d that it may have"
                    .formatted(digest, Files.size(file), limitBytes));
        }
        return Files.readAllBytes(file);
    }

    /// A layer of which the blob is here, ready for random access. The first time it is unpacked, checked against its diffID and
    /// indexed; from then on this is one read. A damaged or hostile layer is a [CupelException].
    public StoredLayer layer(Layer layer) throws IOException {
        return shelf.open(layer);
    }

    /// A layer that is here and was opened before; costs one read.
    public Optional<StoredLayer> opened(Digest diffId) throws IOException {
        return shelf.known(diffId);
    }

    StoreLayout layout() {
        return layout;
    }

    /// The file, its time renewed, if it is there.
    Optional<Path> touched(Path file) throws IOException {
        lease.hold();
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            return Optional.of(file);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // which is the answer: it is not here
        }
    }

    /// Copies at most `most` bytes; a full disk is a [CupelException].
    long copy(InputStream from, StagedFile to, MessageDigest digest, long most) throws IOException {
        byte[] buffer = new byte[1 << 17];
        long size = 0;
        int got = from.read(buffer, 0, (int) Math.min(buffer.length, most));
        while (got > 0) {
            digest.update(buffer, 0, got);
            append(to, buffer, 0, got);
            size += got;
            got = from.read(buffer, 0, (int) Math.min(buffer.length, most - size));
        }
        return size;
    }

    void append(StagedFile to, byte[] buffer, int offset, int length) throws IOException {
        try {
            to.write(buffer, offset, length);
        } catch (IOException e) {
            if (Files.getFileStore(to.path()).getUsableSpace() < FULL_BELOW_BYTES) {
                throw new CupelException(
                        Fault.ENVIRONMENT,
                        "Cannot store an image: the disk that holds " + layout.root() + " is full.",
                        "Free some space, empty the store with `cupel store gc`, or move it with XDG_CACHE_HOME.",
                        e);
            }
            throw e;
        }
    }

    /// Begins a file.
    StagedFile stage() throws IOException {
        return layout.staging().create(lease.hold());
    }

    private Path stage(BlobCheck check, InputStream content) throws IOException {
        try (StagedFile file = stage()) {
            MessageDigest digest = check.expected().computation();
            // One byte more than promised is enough to know that the sender lies.
            long size = copy(content, file, digest, check.sizeBytes() + 1);
            check.judge(size, digest.digest());
            return file.commit(layout.blob(check.expected()));
        }
    }
}
