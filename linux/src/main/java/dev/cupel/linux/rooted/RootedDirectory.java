package dev.cupel.linux.rooted;

import dev.cupel.linux.CString;
import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A directory that paths are resolved in as if it were `/`: absolute links restart at it, `..` stops at it. Paths are bytes,
/// with or without a leading slash.
public final class RootedDirectory implements AutoCloseable {
    private static final OpenHow DIRECTORY = new OpenHow(OpenHow.PATH_ONLY | OpenHow.DIRECTORY, 0);
    private static final OpenHow PATH = new OpenHow(OpenHow.PATH_ONLY, 0);
    // Not blocking: a FIFO under the name of a file must not stop the reader.
    private static final OpenHow READ = new OpenHow(OpenHow.NON_BLOCKING, 0);
    private static final Set<Integer> NOTHING_THERE = Set.of(Errno.ENOENT, Errno.ENOTDIR, Errno.ELOOP);
    private static final long HERE = -100; // AT_FDCWD
    private static final int IMPLIED_MODE = 0755;

    private final Descriptor root;

    private RootedDirectory(Descriptor root) {
        this.root = root;
    }

    /// Opens an existing directory of the host.
    public static RootedDirectory open(Path directory) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            long flags = OpenHow.PATH_ONLY | OpenHow.DIRECTORY | OpenHow.CLOSE_ON_EXEC;
            return new RootedDirectory(
                    new Descriptor(Call.OPENAT.invoke(HERE, CString.of(arena, directory.toString()), flags)));
        }
    }

    /// The directory at `path`, links followed.
    public Folder folder(byte[] path) throws IOException {
        return new Folder(DIRECTORY.open(root.number(), path));
    }

    /// The directory at `path`. What is missing on the way is made with mode 0755 for the calling user and added to `made`.
    public Folder folderMade(byte[] path, List<byte[]> made) throws IOException {
        Optional<Folder> there = folderIfThere(path);
        if (there.isPresent()) {
            return there.get();
        }
        byte[] parent = parentOf(path);
        if (parent.length == path.length) {
            throw new ErrnoException("openat2", Errno.ENOENT);
        }
        try (Folder above = folderMade(parent, made)) {
            above.makeDirectory(nameOf(path), IMPLIED_MODE);
            made.add(path);
        }
        return folder(path);
    }

    /// The first `limit` bytes of the regular file that `path` leads to; empty where there is none.
    public Optional<byte[]> read(String path, int limit) throws IOException {
        try (Descriptor file = READ.open(root.number(), path.getBytes(StandardCharsets.UTF_8))) {
            Path opened = Path.of(file.path());
            if (!Files.isRegularFile(opened)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(opened)) {
                return Optional.of(in.readNBytes(limit));
            }
        } catch (ErrnoException e) {
            return absent(e);
        }
    }

    /// Whether `path`, links followed, leads to anything.
    public boolean exists(byte[] path) throws IOException {
        try (Descriptor _ = PATH.open(root.number(), path)) {
            return true;
        } catch (ErrnoException e) {
            return absent(e).isPresent();
        }
    }

    @Override
    public void close() throws IOException {
        root.close();
    }

    /// The directory that a path's last component is in: `/a` for `/a/b`, `/` for `b`.
    public static byte[] parentOf(byte[] path) {
        int slash = lastSlash(path);
        return slash < 0 ? new byte[] {'/'} : Arrays.copyOf(path, Math.max(slash, 1));
    }

    /// The last component of a path.
    public static byte[] nameOf(byte[] path) {
        return Arrays.copyOfRange(path, lastSlash(path) + 1, path.length);
    }

    private Optional<Folder> folderIfThere(byte[] path) throws IOException {
        try {
            return Optional.of(folder(path));
        } catch (ErrnoException e) {
            if (e.errno() == Errno.ENOENT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static <T> Optional<T> absent(ErrnoException e) throws ErrnoException {
        if (NOTHING_THERE.contains(e.errno())) {
            return Optional.empty();
        }
        throw e;
    }

    private static int lastSlash(byte[] path) {
        int at = path.length - 1;
        while (at >= 0 && path[at] != '/') {
            at--;
        }
        return at;
    }
}
