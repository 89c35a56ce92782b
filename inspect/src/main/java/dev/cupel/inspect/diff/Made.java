package dev.cupel.inspect.diff;

import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;

/// Files that differ between two builds of the same, because times are in them.
record Made(RootFs before, RootFs after) {
    private static final Pattern PLACES = Pattern.compile(
            "/var/log/.+|/var/cache/(?:ldconfig|debconf|apt|man|fontconfig)/.+|/var/lib/apt/lists/.+|/var/lib/dpkg/(?:status|available|[a-z]+-old)"
                    + "|/var/lib/apt/extended_states|/etc/(?:machine-id|passwd-|group-|gshadow-)|/lib/apk/db/scripts\\.tar");
    private static final Pattern SHADOW = Pattern.compile("/etc/shadow-?");
    /// shadow(5): name, hash, day of the last change.
    private static final Pattern DAY = Pattern.compile("(?m)^([^:\n]*:[^:\n]*:)\\d*+");
    /// PEP 552: magic, flags, and eight bytes of time and size or of a hash.
    private static final int PYTHON_HEADER = 16;
    private static final int LARGEST = 32 << 20;

    boolean differsByTimesOnly(Node one, Node other) throws IOException {
        String path = one.path().text();
        // The databases are told by packages; byte for byte they carry dates.
        return PLACES.matcher(path).matches()
                || (path.endsWith(".pyc") && samePython(one, other))
                || (SHADOW.matcher(path).matches() && sameShadow(one, other));
    }

    /// The day on which a password was set is the day of the build; the password is not.
    private boolean sameShadow(Node one, Node other) throws IOException {
        byte[] a = before.head(one, LARGEST);
        byte[] b = after.head(other, LARGEST);
        return a.length < LARGEST && b.length < LARGEST && withoutDays(a).equals(withoutDays(b));
    }

    private static String withoutDays(byte[] shadow) {
        return DAY.matcher(NameBytes.text(shadow)).replaceAll("$1");
    }

    private boolean samePython(Node one, Node other) throws IOException {
        byte[] a = before.head(one, LARGEST);
        byte[] b = after.head(other, LARGEST);
        return a.length > PYTHON_HEADER
                && a.length == b.length
                && a.length < LARGEST
                && Arrays.equals(a, PYTHON_HEADER, a.length, b, PYTHON_HEADER, b.length);
    }
}
