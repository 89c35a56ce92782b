package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Which parts of a standard library come with the interpreter and which only when a reachable text imports them.
///
/// The library itself imports nothing of the second kind except to show help, to test itself, or where its documentation says
/// that the part is optional; they are two thirds of the bytes and bring Tk, readline, ncurses and Berkeley DB with them.
final class StandardLibrary {
    private static final Set<String> BY_IMPORT = Set.of(
            "test", "tests", "idlelib", "tkinter", "turtledemo", "turtle.py", "lib2to3", "ensurepip", "pydoc_data", "distutils",
            "curses", "dbm", "shelve.py", "msilib", "site-packages", "dist-packages", "__phello__", "EXTERNALLY-MANAGED");
    private static final Pattern NATIVE_BY_IMPORT =
            Pattern.compile("(?:_tkinter|_curses|_curses_panel|_dbm|_gdbm|nis|ossaudiodev|readline|_test\\w*|_ctypes_test\\w*|_xxtest\\w*|xx\\w*|_xx\\w*)\\..*");
    private static final Pattern BUILD_FOLDER = Pattern.compile("config-\\d.*|config");

    private StandardLibrary() {}

    /// The nodes below `library` that stay whenever the interpreter does, as paths of whole trees.
    static List<ImagePath> withInterpreter(RootFs root, ImagePath library) {
        return root.walk(library)
                .filter(node -> !node.entry().isDirectory())
                .map(Node::path)
                .filter(path -> !isByImport(library, path))
                .toList();
    }

    /// Whether a file of the library stays only when something imports it.
    static boolean isByImport(ImagePath library, ImagePath file) {
        List<String> parts = file.components().subList(library.components().size(), file.components().size());
        String top = parts.getFirst();
        String last = parts.getLast();
        boolean compiledTop = top.equals("__pycache__")
                && BY_IMPORT.contains(last.replaceFirst("\\..*", "") + ".py");
        return BY_IMPORT.contains(top)
                || compiledTop
                || BUILD_FOLDER.matcher(top).matches()
                || (top.equals("lib-dynload") && NATIVE_BY_IMPORT.matcher(last).matches())
                || parts.contains("test")
                || parts.contains("tests")
                || last.endsWith(".a")
                || ByteCode.isOptimized(file);
    }

    /// The part that comes whole when one file of it is imported: `dbm` and `tkinter` load their members by name.
    static ImagePath partOf(ImagePath library, ImagePath file) {
        return library.child(file.components().get(library.components().size()));
    }
}
