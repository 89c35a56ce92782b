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
import java.util.regex.Pattern;

/// Folders of programs, and files that have no business in an image.
final class FileChecks {
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

    /// What packages bring along is not left over.
    private static final Pattern LIBRARY =
            Pattern.compile("(?:.*/(?:node_modules|site-packages|dist-packages|gems)|/usr/(?:share|lib|src)|/proc|/sys)/.*", Pattern.DOTALL);

    private FileChecks() {}

    static void programFolders(ImageSubject image, ImageFindings findings) {
        String path = image.config().variable("PATH").orElse("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        for (String folder : path.split(":", -1)) {
            if (folder.startsWith("/") && folder.indexOf('\0') < 0 && image.root().follow(ImagePath.of(folder)) instanceof Resolution.Found(Node node, var _)
                    && node.entry().isDirectory() && (node.entry().mode() & OTHERS_WRITE) != 0) {
                findings.at("CUP2009", node.path(), "mode %04o".formatted(node.entry().mode()));
            }
        }
    }

    static void preload(ImageSubject image, ImageFindings findings) throws IOException {
        ImagePath path = Unread.PRELOAD;
        byte[] content = image.root().read(path, Unread.LARGEST_SMALL).orElse(new byte[0]);
        String first = new String(content, StandardCharsets.UTF_8).strip();
        if (!first.isEmpty()) {
            findings.at("CUP2005", path, first.lines().findFirst().orElse(""));
        }
    }

    static void leavings(ImageSubject image, ImageFindings findings) {
        CACHES.forEach((folder, what) -> {
            List<Entry> files = image.root().walk(ImagePath.of(folder)).map(node -> image.root().contentOf(node).entry()).filter(entry -> entry.isFile() && entry.sizeBytes() > 0).distinct().toList();
            long bytes = files.stream().mapToLong(Entry::sizeBytes).sum();
            if (bytes > 0) {
                findings.at("DKL-DI-0005", ImagePath.of(folder), String.format(Locale.ROOT, "%s: %d files, %,d kB", what, files.size(), Math.max(1, bytes / 1000)));
            }
        });
    }

    static void leftOver(ImageSubject image, ImageFindings findings) {
        image.root().walk().filter(node -> LEFT_OVER.contains(node.path().name()) || LEFT_OVER_FOLDERS.contains(node.path().name())).forEach(node -> {
            if (LIBRARY.matcher(node.path().text()).matches()) {
                return;
            }
            Entry entry = image.root().contentOf(node).entry();
            String name = node.path().name();
            boolean dump = name.equals("core") && entry.isFile() && entry.sizeBytes() > 100_000;
            boolean file = entry.isFile() && LEFT_OVER.contains(name) && (dump || !name.equals("core"));
            if (file || (entry.isDirectory() && LEFT_OVER_FOLDERS.contains(name))) {
                findings.at("DKL-LI-0003", node.path(), "");
            }
        });
    }
}
