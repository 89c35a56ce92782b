package dev.cupel.image;

import java.util.ArrayList;
import java.util.List;

/// An absolute, normal path inside an image: `/`, `/usr/bin/env`. No `.`, no `..`, no double or trailing slash, no NUL.
/// Bytes of a name that are not UTF-8 stand as U+DC80…U+DCFF (byte + 0xDC00), so that no two names collide.
public record ImagePath(String text) implements Comparable<ImagePath> {
    public static final ImagePath ROOT = new ImagePath("/");

    public ImagePath {
        if (!text.equals("/") && !isNormal(text)) {
            throw new IllegalArgumentException(Quoted.of(text) + " is not an absolute, normal path");
        }
    }

    /// Makes any spelling absolute and normal, lexically: `./a//b/../c` is `/a/c`; `..` stops at the root as the kernel
    /// does in a chroot. Do not use it on names from an archive, where `..` is an attack to refuse.
    public static ImagePath of(String spelling) {
        List<String> kept = new ArrayList<>();
        for (String part : spelling.split("/", -1)) {
            if (part.equals("..")) {
                if (!kept.isEmpty()) {
                    kept.removeLast();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                kept.add(part);
            }
        }
        return kept.isEmpty() ? ROOT : new ImagePath("/" + String.join("/", kept));
    }

    public boolean isRoot() {
        return text.equals("/");
    }

    /// The directory it is in; the root's parent is the root.
    public ImagePath parent() {
        int slash = text.lastIndexOf('/');
        return slash <= 0 ? ROOT : new ImagePath(text.substring(0, slash));
    }

    /// The last component; empty for the root.
    public String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /// The path of an entry of this directory.
    public ImagePath child(String name) {
        return new ImagePath(isRoot() ? "/" + name : text + "/" + name);
    }

    /// Resolves a link target or a relative spelling against this directory, lexically (see [#of]).
    public ImagePath resolve(String target) {
        return target.startsWith("/") ? of(target) : of(text + "/" + target);
    }

    /// Whether this is `directory` itself or lies below it.
    public boolean isWithin(ImagePath directory) {
        return directory.isRoot()
                || text.equals(directory.text)
                || (text.startsWith(directory.text) && text.charAt(directory.text.length()) == '/');
    }

    /// The components, outermost first; empty for the root.
    public List<String> components() {
        return isRoot() ? List.of() : List.of(text.substring(1).split("/"));
    }

    /// Orders by components, so that a directory stands right before what is in it.
    @Override
    public int compareTo(ImagePath other) {
        int shared = Math.min(text.length(), other.text.length());
        for (int i = 0; i < shared; i++) {
            char mine = text.charAt(i);
            char theirs = other.text.charAt(i);
            if (mine != theirs) {
                return Character.compare(mine == '/' ? 0 : mine, theirs == '/' ? 0 : theirs);
            }
        }
        return Integer.compare(text.length(), other.text.length());
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isNormal(String text) {
        if (!text.startsWith("/") || text.endsWith("/") || text.indexOf('\0') >= 0) {
            return false;
        }
        int start = 1;
        while (start <= text.length()) {
            int slash = text.indexOf('/', start);
            int end = slash < 0 ? text.length() : slash;
            boolean dots = end - start <= 2 && text.startsWith("..".substring(0, end - start), start);
            if (dots) { // empty, `.` or `..`
                return false;
            }
            start = end + 1;
        }
        return true;
    }
}
