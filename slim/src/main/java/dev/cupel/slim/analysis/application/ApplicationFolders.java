package dev.cupel.slim.analysis.application;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.packages.PackageIndex;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.image.rootfs.Resolution;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which paths are the image author's own: those in folders that are the application's as a whole (the work directory, where
/// COPY and ADD went, what the start command names, volumes, `/app`, `/srv`, `/opt/*`, `/home/*` and the like), whatever a layer
/// made by COPY or ADD brought, and small files that nobody else accounts for.
public final class ApplicationFolders {
    /// Somebody may have unpacked a whole program in one of these places; a script or a setting is smaller.
    private static final long LARGEST_LONE_FILE = 256 << 10;

    private static final Set<String> LONE_PLACES =
            Set.of("/", "/usr/local/bin", "/usr/local/sbin", "/usr/local/etc", "/etc", "/root");
    private static final Set<String> GENERATED = Set.of(
            "/etc/ld.so.cache", "/etc/passwd-", "/etc/group-", "/etc/shadow-", "/etc/gshadow-", "/etc/subuid-", "/etc/subgid-",
            "/etc/mailcap", "/etc/.pwd.lock", "/etc/machine-id", "/etc/apk", "/etc/ssl/certs", "/etc/alternatives", "/etc/rc0.d",
            "/etc/ca-certificates.conf", "/etc/apt", "/etc/emacs", "/etc/pam.d", "/etc/security", "/etc/motd", "/etc/shells",
            "/etc/python3/debian_config", "/etc/locale.gen", "/etc/inputrc", "/etc/fstab", "/etc/profile");

    private final AnalysisContext context;
    private final SortedSet<ImagePath> folders;
    private final Set<Integer> layers;
    private final ForeignTrees foreign;
    private final InstalledScripts scripts;

    private ApplicationFolders(
            AnalysisContext context,
            SortedSet<ImagePath> folders,
            Set<Integer> layers,
            ForeignTrees foreign,
            InstalledScripts scripts) {
        this.context = context;
        this.folders = Collections.unmodifiableSortedSet(new TreeSet<>(folders));
        this.layers = layers;
        this.foreign = foreign;
        this.scripts = scripts;
    }

    public static ApplicationFolders of(AnalysisContext context) throws IOException {
        SortedSet<ImagePath> folders = new FolderCandidates(context).folders();
        Set<Integer> layers = AuthorLayers.of(context.config(), context.root());
        return new ApplicationFolders(
                context, folders, layers, ForeignTrees.in(context.root(), folders), InstalledScripts.in(context.root()));
    }

    /// The folders, each the outermost; what lies in them is not all the application's, see [#placeOf].
    public SortedSet<ImagePath> folders() {
        return folders;
    }

    /// Why a node is the author's: the folder that makes it so. Empty if it is not: it is in no such place, a package of the
    /// system or of a language owns it, or it is a cache that no running program reads.
    public Optional<ImagePath> placeOf(Node node) {
        ImagePath path = node.path();
        if (isSomebodyElses(node)) {
            return Optional.empty();
        }
        boolean owned = context.packages().ownerOf(path).isPresent();
        if (layers.contains(node.layer()) && !isGenerated(path)) {
            return Optional.of(folderOf(path).orElse(path.parent()));
        }
        return owned ? Optional.empty() : folderOf(path).or(() -> lonePlace(node));
    }

    /// Whether a node is installed packages', a runtime's, a cache's or an installer's, wherever it lies: other rules know which of
    /// those are used.
    public boolean isSomebodyElses(Node node) {
        ImagePath path = node.path();
        return DeadPlaces.contain(path, context.root()) || foreign.contain(path) || scripts.contain(path) || leadsAway(node);
    }

    /// A link into somebody else's tree, such as `npm` in `/usr/local/bin`, is theirs.
    private boolean leadsAway(Node node) {
        return node.entry().isSymlink()
                && context.root().follow(node.path()) instanceof Resolution.Found(Node target, var _)
                && foreign.contain(target.path());
    }

    private Optional<ImagePath> folderOf(ImagePath path) {
        for (ImagePath above = path.parent(); !above.isRoot(); above = above.parent()) {
            if (folders.contains(above)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    /// A small file that no package owns, where authors put scripts and settings. Without any package database nothing is
    /// owned, and nothing follows from that.
    private Optional<ImagePath> lonePlace(Node node) {
        PackageIndex packages = context.packages();
        ImagePath path = node.path();
        boolean lone = node.entry().isFile()
                && node.entry().sizeBytes() <= LARGEST_LONE_FILE
                && !packages.packages().isEmpty()
                && !isGenerated(path)
                && !isBase(node)
                && (LONE_PLACES.contains(path.parent().text()) || path.isWithin(ImagePath.of("/etc")));
        return lone ? Optional.of(path.parent()) : Optional.empty();
    }

    /// The lowest of several layers is the distribution, with whatever its installer wrote down.
    private boolean isBase(Node node) {
        return node.layer() == 0 && context.config().diffIds().size() > 1;
    }

    private static boolean isGenerated(ImagePath path) {
        for (ImagePath above = path; !above.isRoot(); above = above.parent()) {
            if (GENERATED.contains(above.text())) {
                return true;
            }
        }
        return false;
    }
}
