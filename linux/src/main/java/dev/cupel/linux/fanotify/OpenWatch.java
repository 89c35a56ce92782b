package dev.cupel.linux.fanotify;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.cupel.linux.CString;
import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.KernelLink;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A fanotify group that watches opens and execs. Each file is told once for each of the two: after that the kernel is asked to
/// ignore it, so that a busy server costs nothing more. Constants: linux/fanotify.h. One reader at a time.
public final class OpenWatch implements AutoCloseable {
    private static final int CLOSE_ON_EXEC = 0x1;
    private static final int NON_BLOCKING = 0x2;
    private static final int UNLIMITED_QUEUE = 0x10;
    private static final int UNLIMITED_MARKS = 0x20;
    /// O_LARGEFILE, O_CLOEXEC, O_NOATIME, and O_NONBLOCK: the kernel opens each file for us, and a pipe must not hold us up.
    private static final long EVENT_FILES = 0_100000L | 0_2000000L | 0_1000000L | 0_4000L;
    private static final int MARK_ADD = 0x1;
    private static final int MARK_MOUNT = 0x10;
    private static final int MARK_IGNORED = 0x20;
    private static final int MARK_IGNORED_SURVIVES_WRITES = 0x40;
    private static final int MARK_FILE_SYSTEM = 0x100; // since 4.20
    private static final long OPEN = 0x20;
    private static final long OPEN_EXEC = 0x1000; // since 5.0
    private static final long OVERFLOW = 0x4000;
    private static final long DIRECTORIES = 0x40000000;
    private static final int AT_FDCWD = -100;
    private static final int EVENT_BYTES = 24; // struct fanotify_event_metadata
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int ENAMETOOLONG = 36;
    private static final int NOTHING = -1;
    private static final String DELETED = " (deleted)";

    private final Descriptor group;
    private final Arena arena = Arena.ofShared(); // the reader is one thread at a time, but not always the same
    private final MemorySegment events = arena.allocate(BUFFER_BYTES, 8);

    private OpenWatch(Descriptor group) {
        this.group = group;
    }

    /// Opens a group whose queue grows as needed.
    public static OpenWatch unlimited() throws IOException {
        return open(UNLIMITED_QUEUE | UNLIMITED_MARKS);
    }

    /// Opens a group whose queue holds as many events as `/proc/sys/fs/fanotify/max_queued_events` says.
    public static OpenWatch limited() throws IOException {
        return open(UNLIMITED_MARKS);
    }

    private static OpenWatch open(int limits) throws IOException {
        return new OpenWatch(
                new Descriptor(Call.FANOTIFY_INIT.invoke(CLOSE_ON_EXEC | NON_BLOCKING | limits, EVENT_FILES)));
    }

    /// Watches a whole file system, through whatever mount it is used.
    public void watchFileSystem(Path anywhere) throws IOException {
        mark(MARK_ADD | MARK_FILE_SYSTEM, anywhere);
    }

    /// Watches one mount only.
    public void watchMount(Path anywhere) throws IOException {
        mark(MARK_ADD | MARK_MOUNT, anywhere);
    }

    /// Hands over everything that happened before this call.
    public void drain(Consumer<FileEvent> reader) throws IOException {
        long filled;
        do {
            filled = read(reader);
            for (long at = 0; at + EVENT_BYTES <= filled; at += events.get(JAVA_INT_UNALIGNED, at)) {
                reader.accept(event(at));
            }
        } while (filled != NOTHING);
    }

    @Override
    public void close() throws IOException {
        group.close();
        arena.close();
    }

    /// The kernel opens each file in our name while we read; one that it cannot open is an error here, and its event is gone.
    private long read(Consumer<FileEvent> reader) {
        try {
            return Call.READ.invoke(group.number(), events.address(), BUFFER_BYTES);
        } catch (ErrnoException e) {
            if (e.errno() == Errno.EAGAIN) {
                return NOTHING;
            }
            if (e.errno() != Errno.EINTR) {
                reader.accept(new FileEvent.Lost("an opened file could not be looked at: " + Errno.describe(e.errno())));
            }
            return 0;
        }
    }

    private FileEvent event(long at) throws IOException {
        long mask = events.get(JAVA_LONG_UNALIGNED, at + 8);
        int file = events.get(JAVA_INT_UNALIGNED, at + 16);
        int process = events.get(JAVA_INT_UNALIGNED, at + 20);
        if ((mask & OVERFLOW) != 0 || file < 0) {
            return new FileEvent.Lost("the queue was full");
        }
        try (Descriptor opened = new Descriptor(file)) {
            ignore(opened, mask);
            String name = KernelLink.read(opened.path()).orElseThrow(() -> new IOException("/proc is not mounted"));
            return new FileEvent.Opened(process, living(name), (mask & OPEN_EXEC) != 0, Files.isDirectory(Path.of(opened.path())));
        } catch (ErrnoException e) {
            if (e.errno() == ENAMETOOLONG) {
                return new FileEvent.Unnamed(process);
            }
            throw e;
        }
    }

    /// An exec opens the file too, so both are ignored after it; after an open an exec is still news.
    private void ignore(Descriptor file, long mask) throws IOException {
        long known = (mask & OPEN_EXEC) != 0 ? OPEN | OPEN_EXEC : OPEN;
        Call.FANOTIFY_MARK.invoke(
                group.number(), MARK_ADD | MARK_IGNORED | MARK_IGNORED_SURVIVES_WRITES, known, file.number(), 0);
    }

    private static String living(String name) {
        return name.endsWith(DELETED) ? name.substring(0, name.length() - DELETED.length()) : name;
    }

    private void mark(int flags, Path anywhere) throws IOException {
        try (Arena call = Arena.ofConfined()) {
            long name = CString.of(call, anywhere.toString());
            Call.FANOTIFY_MARK.invoke(group.number(), flags, OPEN | OPEN_EXEC | DIRECTORIES, AT_FDCWD, name);
        }
    }
}
