package dev.cupel.observe.sensor;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.rooted.Folder;
import dev.cupel.linux.rooted.RootedDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/// Tells whether a path is there in the container's root, for sensors that see a call before it is carried out.
final class Presence implements AutoCloseable {
    private static final int LONGEST_NAME = 255; // NAME_MAX, linux/limits.h
    private static final Set<Integer> NOTHING_THERE = Set.of(Errno.ENOENT, Errno.ENOTDIR, Errno.ELOOP);

    private final RootedDirectory root;

    Presence(Path mergedRoot) throws IOException {
        root = RootedDirectory.open(mergedRoot);
    }

    /// Whether the path leads to something; where a link in its last place is not followed, the link itself is enough.
    boolean has(ImagePath path, boolean followed) throws IOException {
        byte[] name = NameBytes.of(path.text());
        if (path.isRoot()) {
            return true;
        }
        // Asked for such a name, the kernel does not say that it is missing but that it is too long.
        boolean possible = path.components().stream().allMatch(one -> NameBytes.of(one).length <= LONGEST_NAME);
        return possible && (followed ? root.exists(name) : isName(name));
    }

    private boolean isName(byte[] path) throws IOException {
        try (Folder parent = root.folder(RootedDirectory.parentOf(path))) {
            return parent.has(RootedDirectory.nameOf(path));
        } catch (ErrnoException e) {
            if (NOTHING_THERE.contains(e.errno())) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        root.close();
    }
}
