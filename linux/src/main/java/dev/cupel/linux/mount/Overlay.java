package dev.cupel.linux.mount;

import dev.cupel.linux.CString;
import dev.cupel.linux.Call;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.process.OwnThread;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One overlay file system to mount (Documentation/filesystems/overlayfs.rst).
///
/// The old mount call takes one page of options, and the new one 256 bytes a path; full paths of a hundred layers fit neither. So
/// the layers get numbered links in `home`, a thread of its own enters `home`, and the options name them `l/0:l/1:…`:
/// short enough for the 500 layers that the kernel allows, and free of characters that would need escaping.
///
/// @param home an empty directory that belongs to this mount alone; upper, work and mount point are made in it
/// @param lowers the layers, lowest first, as image manifests list them; at least one
/// @param userAttributes whether whiteouts are marked with `user.` attributes, as in a user namespace
public record Overlay(Path home, List<Path> lowers, boolean userAttributes) {
    private static final int MOST_LAYERS = 500; // OVL_MAX_STACK, fs/overlayfs/params.h
    private static final long SHARED_CWD = 0x200; // CLONE_FS, linux/sched.h
    private static final Path INDEX_SWITCH = Path.of("/sys/module/overlay/parameters/index");

    public Overlay {
        lowers = List.copyOf(lowers);
        if (lowers.isEmpty() || lowers.size() > MOST_LAYERS) {
            throw new IllegalArgumentException("an overlay has 1 to %d lower layers, not %d".formatted(MOST_LAYERS, lowers.size()));
        }
    }

    /// Where the merged view appears.
    public Path merged() {
        return home.resolve("merged");
    }

    /// Where what is written goes.
    public Path upper() {
        return home.resolve("upper");
    }

    /// Makes the directories and links, mounts, and returns the merged directory.
    public Path mount() throws IOException {
        for (String name : List.of("l", "upper", "work", "merged")) {
            Files.createDirectory(home.resolve(name));
        }
        for (int i = 0; i < lowers.size(); i++) {
            Files.createSymbolicLink(home.resolve("l/" + i), lowers.get(i).toAbsolutePath());
        }
        wearTopLayer(upper());
        OwnThread.call("overlay mount", () -> {
            Call.UNSHARE.invoke(SHARED_CWD);
            try (Arena arena = Arena.ofConfined()) {
                Call.CHDIR.invoke(CString.of(arena, home.toString()));
                mountHere(arena);
            }
            return merged();
        });
        return merged();
    }

    /// The root of the merged view has the owner and mode of the upper directory, whatever the layers say.
    private void wearTopLayer(Path upper) throws IOException {
        Map<String, Object> top = Files.readAttributes(lowers.getLast(), "unix:uid,gid,mode");
        for (String name : List.of("uid", "gid", "mode")) { // the mode last: a change of owner clears bits
            Files.setAttribute(upper, "unix:" + name, Objects.requireNonNull(top.get(name)));
        }
    }

    /// `volatile` (since 5.10) drops every sync of the upper directory: what a container writes here is thrown away anyway.
    private void mountHere(Arena arena) throws IOException {
        try {
            mountWith(arena, options("volatile"));
        } catch (ErrnoException e) {
            if (e.errno() != Errno.EINVAL) {
                throw e;
            }
            mountWith(arena, options(""));
        }
    }

    private void mountWith(Arena arena, String options) throws IOException {
        long type = CString.of(arena, "overlay");
        Call.MOUNT.invoke(type, CString.of(arena, "merged"), type, 0, CString.of(arena, options));
    }

    private String options(String extra) {
        List<String> all = new ArrayList<>();
        all.add("lowerdir="
                + IntStream.range(0, lowers.size())
                        .mapToObj(i -> "l/" + (lowers.size() - 1 - i))
                        .collect(Collectors.joining(":")));
        all.add("upperdir=upper");
        all.add("workdir=work");
        if (Files.exists(INDEX_SWITCH)) {
            all.add("index=off"); // else two mounts may not share a layer's file handles
        }
        if (userAttributes) {
            all.add("userxattr"); // since 5.11
        }
        if (!extra.isEmpty()) {
            all.add(extra);
        }
        return String.join(",", all);
    }
}
