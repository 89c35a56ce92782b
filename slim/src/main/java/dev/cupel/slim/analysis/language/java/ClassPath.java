package dev.cupel.slim.analysis.language.java;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.java.JarArchive;
import dev.cupel.inventory.java.JarEntry;
import dev.cupel.inventory.java.JarManifest;
import dev.cupel.inventory.java.MalformedJar;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the entries of a class path lead to.
record ClassPath(RootFs root) {
    private static final long LARGEST_ARCHIVE = 1L << 30;

    /// The archives and folders that one entry names: a folder stays whole, `folder/*` means its archives.
    Stream<Need> named(String entry, ImagePath folder, Reason reason) {
        if (entry.endsWith("/*") || entry.equals("*")) {
            ImagePath place = folder.resolve(entry.substring(0, entry.length() - 1));
            return children(place).filter(path -> isArchive(path.name())).map(path -> Need.of(path, reason));
        }
        ImagePath path = folder.resolve(entry);
        boolean wholeFolder = path.components().size() > 1 && root.follow(path) instanceof Resolution.Found(Node node, var _) && node.entry().isDirectory();
        return wholeFolder
                ? root.walk(path).filter(node -> isClassFile(node.path().name())).map(node -> Need.of(node.path(), reason))
                : Stream.of(Need.of(path, reason));
    }

    /// The archives that an archive's manifest names.
    List<Need> ofManifest(Node jar) throws IOException {
        Reason reason = new Reason.NeededBy(jar.path(), "class path");
        return manifest(jar).stream()
                .flatMap(manifest -> manifest.classPath().stream())
                .flatMap(entry -> named(entry, jar.path().parent(), reason))
                .toList();
    }

    static boolean isArchive(String name) {
        return name.endsWith(".jar") || name.endsWith(".war") || name.endsWith(".ear") || name.endsWith(".zip");
    }

    private static boolean isClassFile(String name) {
        return isArchive(name) || name.endsWith(".class") || name.endsWith(".properties") || name.endsWith(".xml") || name.indexOf('.') < 0;
    }

    private Stream<ImagePath> children(ImagePath place) {
        return root.follow(place) instanceof Resolution.Found(Node node, var _)
                ? root.children(node.path()).stream().map(Node::path)
                : Stream.empty();
    }

    private Optional<JarManifest> manifest(Node jar) throws IOException {
        Node content = root.contentOf(jar);
        if (!content.entry().isFile() || content.entry().sizeBytes() > LARGEST_ARCHIVE) {
            return Optional.empty();
        }
        try {
            JarArchive archive = JarArchive.open(root.map(content));
            Optional<JarEntry> entry = archive.entry("META-INF/MANIFEST.MF");
            return entry.isEmpty() ? Optional.empty() : Optional.of(JarManifest.read(archive.content(entry.get())));
        } catch (MalformedJar e) {
            return Optional.empty(); // the JVM refuses it too, so nothing is loaded through it
        }
    }
}
