package dev.cupel.lint.image;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Modes of files, and files that have no business in an image.
final class FileChecks {
    private static final int SET_ID = 06000;
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 0002;
    private static final Map<String, String> CACHES = new TreeMap<>(Map.of(
            "/var/lib/apt/lists", "apt's lists",
            "/var/cache/apt", "apt's archives",
            "/var/cache/apk", "apk's index",
            "/var/cache/dnf", "dnf's cache",
            "/var/cache/yum", "yum's cache",
            "/var/cache/zypp", "zypper's cache",
            "/root/.cache/pip", "pip's cache",
            "/root/.npm/_cacache", "npm's cache",
            "/usr/local/share/.cache/yarn", "yarn's cache",
            "/root/.cache/go-build", "Go's build cache"));
    private static final Set<String> LEFT_OVER = Set.of(
            "Dockerfile", "docker-compose.yml", "docker-compose.yaml", "compose.yaml", ".dockerignore", ".DS_Store", ".bash_history", ".viminfo",
            ".vimrc", "core", "nohup.out");
    private static final Set<String> LEFT_OVER_FOLDERS = Set.of(".git", ".svn", ".hg", ".idea", ".vscode");

    private FileChecks() {}

    static void modes(ImageSubject image, ImageFindings findings) {
        image.root().walk().forEach(node -> {
            Entry entry = node.entry();
            if (entry.isFile() && (entry.mode() & SET_ID) != 0) {
                findings.at("CIS-DI-0008", entry.path(), "mode %04o, owner %d:%d".formatted(entry.mode(), entry.uid(), entry.gid()));
            }
            boolean sharedFolder = entry.isDirectory() && (entry.mode() & STICKY) != 0;
            if ((entry.isFile() || entry.isDirectory()) && (entry.mode() & OTHERS_WRITE) != 0 && !sharedFolder && !entry.path().text().startsWith("/dev/")) {
                findings.at("CUP2002", entry.path(), "mode %04o".formatted(entry.mode()));
            }
        });
    }

    static void programFolders(ImageSubject image, ImageFindings findings) {
        String path = image.config().variable("PATH").orElse("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        for (String folder : path.split(":", -1)) {
            if (folder.startsWith("/") && image.root().follow(ImagePath.of(folder)) instanceof Resolution.Found(Node node, var _)
                    && node.entry().isDirectory() && (node.entry().mode() & OTHERS_WRITE) != 0) {
                findings.at("CUP2009", node.path(), "mode %04o".formatted(node.entry().mode()));
            }
        }
    }

    static void preload(ImageSubject image, ImageFindings findings) throws IOException {
        ImagePath path = ImagePath.of("/etc/ld.so.preload");
        byte[] content = image.root().read(path, 1 << 16).orElse(new byte[0]);
        String first = new String(content, StandardCharsets.UTF_8).strip();
        if (!first.isEmpty()) {
            findings.at("CUP2005", path, first.lines().findFirst().orElse(""));
        }
    }

    static void leavings(ImageSubject image, ImageFindings findings) {
        CACHES.forEach((folder, what) -> {
            List<Entry> files = image.root().walk(ImagePath.of(folder)).map(Node::entry).filter(entry -> entry.isFile() && entry.sizeBytes() > 0).toList();
            long bytes = files.stream().mapToLong(Entry::sizeBytes).sum();
            if (bytes > 0) {
                findings.at("DKL-DI-0005", ImagePath.of(folder), String.format(Locale.ROOT, "%s: %d files, %,d kB", what, files.size(), Math.max(1, bytes / 1000)));
            }
        });
    }

    static void leftOver(ImageSubject image, ImageFindings findings) {
        image.root().walk().map(Node::entry).filter(entry -> !isLibrary(entry.path().text())).forEach(entry -> {
            String name = entry.path().name();
            boolean dump = name.equals("core") && entry.isFile() && entry.sizeBytes() > 100_000;
            boolean file = entry.isFile() && LEFT_OVER.contains(name) && (dump || !name.equals("core"));
            if (file || (entry.isDirectory() && LEFT_OVER_FOLDERS.contains(name))) {
                findings.at("DKL-LI-0003", entry.path(), "");
            }
        });
    }

    /// What packages bring along is not left over.
    private static boolean isLibrary(String path) {
        return path.matches(".*/(node_modules|site-packages|dist-packages|gems)/.*|/usr/(share|lib|src)/.*|/proc/.*|/sys/.*");
    }
}
