package dev.cupel.linux.rooted;

import dev.cupel.linux.Call;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.namespace.UserNamespace;

/// Owner, group, the low 12 bits of the mode, and the time of last change.
public record Ownership(long uid, long gid, int mode, FileTime modified) {
    private static final long LARGEST_ID = 0xffff_fffeL; // -1 means "leave as it is" to chown(2)

    private static final int OWNER_MAY_ALL = 0700;

    public Ownership {
        if (uid < 0 || uid > LARGEST_ID || gid < 0 || gid > LARGEST_ID) {
            throw new IllegalArgumentException("no owner: %d:%d".formatted(uid, gid));
        }
        mode &= 07777;
    }

    /// The same for a user namespace: whoever is not in it is root there.
    public Ownership within(UserNamespace namespace) {
        return new Ownership(namespace.users().has(uid) ? uid : 0, namespace.groups().has(gid) ? gid : 0, mode, modified);
    }

    /// The same for a directory that root of a user namespace, and the ordinary user who that is outside, can empty and remove.
    public Ownership removable() {
        return new Ownership(0, 0, mode | OWNER_MAY_ALL, modified);
    }

    /// Owner first: chown clears setuid and setgid, for root too.
    void applyTo(int descriptor) throws ErrnoException {
        Call.FCHOWN.invoke(descriptor, uid, gid);
        Call.FCHMOD.invoke(descriptor, mode);
    }
}
