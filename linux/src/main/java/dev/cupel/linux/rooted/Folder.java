package dev.cupel.linux.rooted;

import dev.cupel.linux.CString;
import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.xattr.Attributes;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;

/// One open directory. Names are single components: a slash in one is refused, so nothing here leaves the directory.
public final class Folder implements AutoCloseable {
    private static final long NO_FOLLOW = 0x100; // AT_SYMLINK_NOFOLLOW, linux/fcntl.h
    private static final long REMOVE_DIRECTORY = 0x200; // AT_REMOVEDIR

    private final Descriptor directory;

    Folder(Descriptor directory) {
        this.directory = directory;
    }

    /// A path of this process to the open directory, good until it is closed.
    public Path path() {
        return Path.of(directory.path());
    }

    /// Makes a directory, or leaves the one that is there; anything else of that name is EEXIST.
    public void makeDirectory(byte[] name, int mode) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Call.MKDIRAT.invoke(directory.number(), component(arena, name), mode & 07777);
        } catch (ErrnoException e) {
            if (e.errno() != Errno.EEXIST || !isDirectory(name)) {
                throw e;
            }
        }
    }

    /// Makes a regular file that was not there, with its content and everything else.
    public void makeFile(byte[] name, FileContent content, Ownership ownership, SortedMap<String, byte[]> attributes)
            throws IOException {
        long flags = OpenHow.WRITE_ONLY | OpenHow.CREATE | OpenHow.EXCLUSIVE | OpenHow.NO_FOLLOW | OpenHow.CLOSE_ON_EXEC;
        try (Arena arena = Arena.ofConfined();
                Descriptor file =
                        new Descriptor(Call.OPENAT.invoke(directory.number(), component(arena, name), flags, 0600))) {
            content.copyTo(file.number());
            ownership.applyTo(file.number());
            Attributes.setAll(file, attributes); // after the owner: chown clears security.capability
            ownership.modified().applyTo(file.number());
        }
    }

    public void makeSymlink(byte[] name, byte[] target) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Call.SYMLINKAT.invoke(CString.of(arena, target), directory.number(), component(arena, name));
        }
    }

    /// Makes `name` another name of `existing` in `folder`; a symbolic link is linked itself, not what it leads to.
    public void makeHardLink(byte[] name, Folder folder, byte[] existing) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Call.LINKAT.invoke(
                    folder.directory.number(),
                    component(arena, existing),
                    directory.number(),
                    component(arena, name),
                    0);
        }
    }

    /// Makes a device, FIFO or whiteout (a character device 0, 0).
    public void makeNode(byte[] name, NodeKind kind, int major, int minor) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Call.MKNODAT.invoke(
                    directory.number(), component(arena, name), kind.bits() | 0600, NodeKind.device(major, minor));
        }
    }

    /// Gives a directory, device or FIFO its owner, then its mode (a change of owner clears setuid), attributes and time.
    public void own(byte[] name, Ownership ownership, SortedMap<String, byte[]> attributes) throws IOException {
        ownLink(name, ownership, attributes);
        try (Arena arena = Arena.ofConfined()) {
            Call.FCHMODAT.invoke(directory.number(), component(arena, name), ownership.mode());
        }
    }

    /// Gives a symbolic link its owner, attributes and time; it has no mode.
    public void ownLink(byte[] name, Ownership ownership, SortedMap<String, byte[]> attributes) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Call.FCHOWNAT.invoke(
                    directory.number(), component(arena, name), ownership.uid(), ownership.gid(), NO_FOLLOW);
        }
        Attributes.setAll(pathOf(name), attributes);
        touch(name, ownership.modified());
    }

    /// Sets the time of last change of content, of a link itself too.
    public void touch(byte[] name, FileTime modified) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Call.UTIMENSAT.invoke(
                    directory.number(), component(arena, name), modified.segment(arena).address(), NO_FOLLOW);
        }
    }

    /// Removes what has this name, unless it is a directory (EISDIR).
    public void unlink(byte[] name) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Call.UNLINKAT.invoke(directory.number(), component(arena, name), 0);
        }
    }

    /// Removes an empty directory.
    public void removeDirectory(byte[] name) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Call.UNLINKAT.invoke(directory.number(), component(arena, name), REMOVE_DIRECTORY);
        }
    }

    /// Whether there is an entry of this name, a dangling link too.
    public boolean has(byte[] name) throws IOException {
        return opens(name, OpenHow.PATH_ONLY | OpenHow.NO_FOLLOW);
    }

    /// Whether `name` itself, not what it may link to, is a directory.
    public boolean isDirectory(byte[] name) throws IOException {
        return opens(name, OpenHow.PATH_ONLY | OpenHow.NO_FOLLOW | OpenHow.DIRECTORY);
    }

    /// The path of an entry for calls that have no `at` form.
    public byte[] pathOf(byte[] name) {
        byte[] start = (directory.path() + "/").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(start.length + name.length).put(start).put(name).array();
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }

    private boolean opens(byte[] name, long flags) throws IOException {
        try (Arena arena = Arena.ofConfined();
                Descriptor _ = new Descriptor(Call.OPENAT.invoke(
                        directory.number(), component(arena, name), flags | OpenHow.CLOSE_ON_EXEC))) {
            return true;
        } catch (ErrnoException e) {
            if (e.errno() == Errno.ENOTDIR || e.errno() == Errno.ENOENT || e.errno() == Errno.ELOOP) {
                return false;
            }
            throw e;
        }
    }

    private static long component(Arena arena, byte[] name) {
        int dots = 0;
        for (byte one : name) {
            if (one == '/') {
                throw new IllegalArgumentException("a name with a slash in it is a path");
            }
            dots += one == '.' ? 1 : 0;
        }
        if (name.length == 0 || (dots == name.length && dots <= 2)) {
            throw new IllegalArgumentException("no name of an entry: empty, . or ..");
        }
        return CString.of(arena, name);
    }
}
