package dev.cupel.slim.analysis.application;

import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.History;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.analysis.AnalysisContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Folders that are the application's because somebody says so: the configuration, the build's history, or custom.
record FolderCandidates(AnalysisContext context) {
    /// Folders of the system: what lies in them belongs to many, so none of them is an application's as a whole.
    static final Set<String> SYSTEM = Set.of(
            "/", "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/lib32", "/lib64", "/libx32", "/lost+found", "/media", "/mnt",
            "/opt", "/proc", "/root", "/run", "/sbin", "/sys", "/tmp", "/usr", "/var", "/nix", "/snap", "/usr/bin", "/usr/etc",
            "/usr/games", "/usr/include", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/local", "/usr/local/bin",
            "/usr/local/etc", "/usr/local/include", "/usr/local/lib", "/usr/local/lib64", "/usr/local/libexec", "/usr/local/man",
            "/usr/local/sbin", "/usr/local/share", "/usr/local/src", "/usr/sbin", "/usr/share", "/usr/src", "/var/backups",
            "/var/cache", "/var/lib", "/var/local", "/var/log", "/var/mail", "/var/run", "/var/spool", "/var/tmp");

    private static final List<String> CUSTOMARY = List.of("/srv", "/var/www", "/usr/src/app", "/usr/share/nginx/html");
    /// Everything in these has a folder of its own.
    private static final List<String> SHELVES = List.of("/opt", "/home");

    SortedSet<ImagePath> folders() {
        ImagePath workingDirectory = ImagePath.ROOT.resolve(context.config().workingDirectory());
        Stream<ImagePath> written = Stream.of(
                        Stream.of(workingDirectory),
                        context.config().history().stream().map(History::createdBy).flatMap(step -> copied(step, workingDirectory)),
                        context.config().volumes().stream().map(ImagePath.ROOT::resolve),
                        CUSTOMARY.stream().map(ImagePath::of),
                        SHELVES.stream().flatMap(shelf -> foldersIn(ImagePath.of(shelf))),
                        foldersIn(ImagePath.ROOT))
                .flatMap(paths -> paths);
        return Stream.concat(written.flatMap(path -> folder(path).stream()), started(workingDirectory))
                .filter(path -> !SYSTEM.contains(path.text()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<ImagePath> copied(String step, ImagePath workingDirectory) {
        return CopyStep.read(step).stream().map(copy -> copy.place(workingDirectory));
    }

    /// The folders of the files that the start command names by path, unless a package brought them.
    private Stream<ImagePath> started(ImagePath workingDirectory) {
        return Stream.concat(context.config().entrypoint().stream(), context.config().command().stream())
                .filter(word -> word.indexOf('/') >= 0 && word.indexOf('\0') < 0)
                .map(workingDirectory::resolve)
                .filter(path -> context.packages().ownerOf(path).isEmpty())
                .flatMap(path -> file(path).stream())
                .map(ImagePath::parent)
                .filter(folder -> !folder.name().equals("bin") && !folder.name().equals("sbin"));
    }

    private Stream<ImagePath> foldersIn(ImagePath shelf) {
        return root().children(shelf).stream().filter(node -> node.entry().isDirectory()).map(Node::path);
    }

    private Optional<ImagePath> folder(ImagePath path) {
        return root().follow(path) instanceof Resolution.Found(Node node, var _) && node.entry().isDirectory()
                ? Optional.of(node.path())
                : Optional.empty();
    }

    private Optional<ImagePath> file(ImagePath path) {
        return root().follow(path) instanceof Resolution.Found(Node node, var _) && !node.entry().isDirectory()
                ? Optional.of(node.path())
                : Optional.empty();
    }

    private RootFs root() {
        return context.root();
    }
}
