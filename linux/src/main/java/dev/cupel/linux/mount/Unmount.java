package dev.cupel.linux.mount;

import dev.cupel.linux.CString;
import dev.cupel.linux.Call;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/// Takes mounts away.
public final class Unmount {
    private static final long DETACH = 2; // MNT_DETACH, linux/fs.h
    private static final long NO_FOLLOW = 8; // UMOUNT_NOFOLLOW

    private Unmount() {}

    /// Takes away what is mounted on `point`: out of sight at once, gone when its last user is. Does nothing where nothing is
    /// mounted or nothing is there.
    public static void detach(Path point) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Call.UMOUNT2.invoke(CString.of(arena, point.toString()), DETACH | NO_FOLLOW);
        } catch (ErrnoException e) {
            if (e.errno() != Errno.EINVAL && e.errno() != Errno.ENOENT) {
                throw e;
            }
        }
    }
}
