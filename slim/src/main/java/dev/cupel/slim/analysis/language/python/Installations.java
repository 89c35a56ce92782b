package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.python.PathFile;
import dev.cupel.inventory.python.VirtualEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts the Pythons of an image together from their [Landmarks]; those whose programs come first on PATH come first.
record Installations(RootFs root, Landmarks landmarks, List<ImagePath> programFolders, List<ImagePath> extraRoots) {
    private static final int MOST_BYTES = 1 << 20;

    List<Installation> all() throws IOException {
        List<Installation> found = new ArrayList<>();
        for (ImagePath environment : landmarks.environments()) {
            environment(environment).ifPresent(found::add);
        }
        for (ImagePath library : landmarks.libraries()) {
            ImagePath prefix = library.parent().parent();
            found.add(new Installation(prefix, library, withPathFiles(ownRoots(prefix, library))));
        }
        found.sort(Comparator.comparingInt(this::rank));
        return found;
    }

    private int rank(Installation one) {
        int place = programFolders.indexOf(one.prefix().child("bin"));
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    /// Debian keeps what pip installs below `/usr/local` and what dpkg installs in one folder for all versions.
    private List<ImagePath> ownRoots(ImagePath prefix, ImagePath library) {
        String version = library.name();
        return Stream.of(
                        extraRoots.stream(),
                        Stream.of(
                                library,
                                library.child("lib-dynload"),
                                library.child("site-packages"),
                                library.child("dist-packages"),
                                prefix.child("local").child("lib").child(version).child("dist-packages"),
                                prefix.child("lib").child("python3").child("dist-packages"),
                                prefix.child("lib64").child(version).child("site-packages")))
                .flatMap(roots -> roots)
                .filter(this::isFolder)
                .toList();
    }

    private Optional<Installation> environment(ImagePath prefix) throws IOException {
        String text = text(prefix.child("pyvenv.cfg"));
        VirtualEnvironment settings = VirtualEnvironment.read(text);
        List<ImagePath> sites = landmarks.sites().stream().filter(site -> site.isWithin(prefix)).toList();
        Optional<ImagePath> library = sites.isEmpty() ? Optional.empty() : libraryOf(settings, sites.getFirst().parent().name());
        if (library.isEmpty()) {
            return Optional.empty();
        }
        ImagePath home = library.get();
        List<ImagePath> roots = new ArrayList<>(extraRoots);
        roots.addAll(sites);
        roots.addAll(settings.systemPackages()
                ? ownRoots(home.parent().parent(), home)
                : List.of(home, home.child("lib-dynload")));
        return Optional.of(new Installation(prefix, home, withPathFiles(roots.stream().distinct().toList())));
    }

    /// `home` may be a folder of links; the interpreter's real place tells where its library is.
    private Optional<ImagePath> libraryOf(VirtualEnvironment settings, String version) {
        List<ImagePath> sameVersion =
                landmarks.libraries().stream().filter(library -> library.name().equals(version)).toList();
        ImagePath program = ImagePath.ROOT.resolve(settings.home()).child(version);
        Optional<ImagePath> prefix = root.follow(program) instanceof Resolution.Found(Node node, var _)
                ? Optional.of(node.path().parent().parent())
                : Optional.empty();
        return sameVersion.stream()
                .filter(library -> prefix.filter(library.parent().parent()::equals).isPresent())
                .findFirst()
                .or(() -> sameVersion.stream().findFirst());
    }

    private List<ImagePath> withPathFiles(List<ImagePath> roots) throws IOException {
        List<ImagePath> all = new ArrayList<>(roots);
        for (ImagePath site : roots) {
            for (Node node : landmarks.sites().contains(site) ? root.children(site) : List.<Node>of()) {
                if (node.path().name().endsWith(".pth")) {
                    PathFile.read(text(node.path())).folders().stream()
                            .filter(folder -> folder.indexOf('\0') < 0)
                            .map(site::resolve)
                            .filter(this::isFolder)
                            .forEach(all::add);
                }
            }
        }
        return all.stream().distinct().toList();
    }

    private boolean isFolder(ImagePath path) {
        return root.follow(path) instanceof Resolution.Found(Node node, var _) && node.entry().isDirectory();
    }

    private String text(ImagePath path) throws IOException {
        return root.read(path, MOST_BYTES).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    }
}
