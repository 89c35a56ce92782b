package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an interpreter needs: its library, and in a virtual environment the settings and links that lead to it.
record Interpreters(PythonWorld world, RootFs root) {
    private static final Pattern PROGRAM = Pattern.compile("(?:python|libpython)(\\d(?:\\.\\d+)?)?[a-z]?(?:\\.so.*)?");

    List<Need> needs(ImagePath path, Mode mode) {
        List<Need> needs = new ArrayList<>();
        Matcher program = PROGRAM.matcher(path.name());
        if (program.matches()) {
            String version = program.group(1) == null ? "" : program.group(1);
            libraries(path, version).forEach(library -> needs.add(landmark(library, path)));
        }
        world.environments().stream().filter(path::isWithin).forEach(environment -> needs.addAll(environment(environment, path)));
        world.libraryOf(path).map(Installation::library).ifPresent(library -> needs.addAll(ofLibrary(library, path, mode)));
        return needs;
    }

    private Stream<ImagePath> libraries(ImagePath program, String version) {
        List<ImagePath> matching = world.installations().stream()
                .map(Installation::library)
                .distinct()
                .filter(library -> library.name().startsWith("python" + version))
                .toList();
        List<ImagePath> near =
                matching.stream().filter(library -> program.isWithin(library.parent().parent())).toList();
        int closest = near.stream().mapToInt(library -> library.components().size()).max().orElse(0);
        return near.isEmpty()
                ? matching.stream()
                : near.stream().filter(library -> library.components().size() == closest);
    }

    private static Need landmark(ImagePath library, ImagePath because) {
        return Need.of(library.child("os.py"), new Reason.NeededBy(because, "standard library"));
    }

    private List<Need> environment(ImagePath environment, ImagePath because) {
        Reason reason = new Reason.NeededBy(because, "virtual environment");
        ImagePath settings = environment.child("pyvenv.cfg");
        if (!because.equals(settings)) {
            return List.of(Need.of(settings, reason));
        }
        Stream<ImagePath> programs = root.children(environment.child("bin")).stream()
                .map(Node::path)
                .filter(path -> PROGRAM.matcher(path.name()).matches());
        return Stream.concat(programs, Stream.of(environment.child("lib64")))
                .map(path -> Need.of(path, reason))
                .toList();
    }

    private List<Need> ofLibrary(ImagePath library, ImagePath path, Mode mode) {
        Reason reason = new Reason.Coherent("Python's standard library", path);
        List<Need> needs = new ArrayList<>();
        if (mode == Mode.LEAN) {
            // Codecs are looked up by name, at any time, for any header of any request.
            if (path.name().equals("os.py")) {
                needs.add(Need.tree(library.child("encodings"), reason));
            }
            return needs;
        }
        if (path.equals(library.child("os.py"))) {
            StandardLibrary.withInterpreter(root, library).forEach(file -> needs.add(Need.of(file, reason)));
            needs.add(Need.of(library.parent().child(library.name().replace(".", "") + ".zip"), reason));
        } else if (StandardLibrary.isByImport(library, path)) {
            needs.addAll(part(library, path, reason));
        } else {
            needs.add(landmark(library, path));
        }
        return needs;
    }

    /// One file of `tkinter` or `dbm` brings its fellows; tests and build folders come file by file.
    private static List<Need> part(ImagePath library, ImagePath path, Reason reason) {
        ImagePath part = StandardLibrary.partOf(library, path);
        boolean whole = !List.of("test", "lib-dynload", "__pycache__").contains(part.name())
                && !part.name().startsWith("config")
                && !path.text().contains("/test")
                && !path.equals(part);
        return whole ? List.of(Need.tree(part, reason)) : List.of();
    }
}
