package dev.cupel.image.archive;

import dev.cupel.image.Digest;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.LayerFiles;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.rootfs.TarFiles;
import dev.cupel.image.tar.FileRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;

/// The files of a layer in an archive whose index is known from another time. That the archive has the same bytes is checked when
/// somebody first wants any of them: until then nothing is told of them.
final class CheckedFiles implements LayerFiles {
    private final LayerIndex index;
    private final Members.FilePart place;
    private final CannotLoad problem;
    private final TarFiles files;
    private final ReentrantLock checking = new ReentrantLock();
    private boolean checked;

    CheckedFiles(LayerIndex index, Members.FilePart place, CannotLoad problem) {
        this.index = index;
        this.place = place;
        this.problem = problem;
        this.files = new TarFiles(index, place.file(), place.start());
    }

    @Override
    public InputStream open(Entry file) throws IOException {
        return checked().open(file);
    }

    @Override
    public byte[] head(Entry file, int limit) throws IOException {
        return checked().head(file, limit);
    }

    @Override
    public ByteBuffer map(Entry file) throws IOException {
        return checked().map(file);
    }

    private TarFiles checked() throws IOException {
        checking.lock();
        try {
            if (!checked) {
                check();
                checked = true;
            }
            return files;
        } finally {
            checking.unlock();
        }
    }

    private void check() throws IOException {
        MessageDigest digest = index.diffId().computation();
        byte[] buffer = new byte[1 << 17];
        try (FileChannel file = FileChannel.open(place.file(), StandardOpenOption.READ);
                InputStream in = new FileRange(file, place.start(), place.start() + place.sizeBytes())) {
            int got = in.read(buffer, 0, buffer.length);
            while (got >= 0) {
                digest.update(buffer, 0, got);
                got = in.read(buffer, 0, buffer.length);
            }
        }
        Digest found = new Digest(index.diffId().algorithm(), HexFormat.of().formatHex(digest.digest()));
        if (!found.equals(index.diffId())) {
            throw problem.because("a layer has the digest " + found + " instead of " + index.diffId(), "Save or build the image again.");
        }
    }
}
