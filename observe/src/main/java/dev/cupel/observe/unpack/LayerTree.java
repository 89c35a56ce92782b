package dev.cupel.observe.unpack;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.layer.Entry;
import dev.cupel.linux.namespace.UserNamespace;
import dev.cupel.linux.rooted.FileContent;
import dev.cupel.linux.rooted.FileTime;
import dev.cupel.linux.rooted.Folder;
import dev.cupel.linux.rooted.NodeKind;
import dev.cupel.linux.rooted.Ownership;
import dev.cupel.linux.rooted.RootedDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The directory of one layer while it is made. Everything is made below a root that nothing leads out of, under names that were
/// not there before.
final class LayerTree implements AutoCloseable {
    static final String ROOT = "root";
    private static final byte[] YES = {'y'};

    private final RootedDirectory above;
    private final RootedDirectory root;
    private final UserNamespace here;
    private final FileAttributes attributes;
    private final Map<ImagePath, Entry> directories = new LinkedHashMap<>();
    private final Map<ImagePath, Boolean> opaque = new LinkedHashMap<>();
    private Optional<Folder> lastFolder = Optional.empty();
    private ImagePath lastParent = ImagePath.ROOT;

    private LayerTree(RootedDirectory above, RootedDirectory root, UserNamespace here) {
        this.above = above;
        this.root = root;
        this.here = here;
        this.attributes = new FileAttributes(here.isInitial());
    }

    static LayerTree in(Path directory) throws IOException {
        Path root = Files.createDirectory(directory.resolve(ROOT));
        Files.setAttribute(root, "unix:mode", 0755); // whatever the umask is: as engines make what no header names
        return new LayerTree(RootedDirectory.open(directory), RootedDirectory.open(root), UserNamespace.own());
    }

    /// Makes anything but a regular file and a hard link.
    void make(Entry entry) throws IOException {
        switch (entry.type()) {
            case DIRECTORY -> makeDirectory(entry);
            case SYMLINK -> {
                parentOf(entry.path()).makeSymlink(name(entry.path()), NameBytes.of(entry.link()));
                parentOf(entry.path()).ownLink(name(entry.path()), ownership(entry), attributes.of(entry));
            }
            case CHARACTER_DEVICE -> makeNode(entry, NodeKind.CHARACTER_DEVICE);
            case BLOCK_DEVICE -> makeNode(entry, NodeKind.BLOCK_DEVICE);
            case FIFO -> makeNode(entry, NodeKind.FIFO);
            case FILE, HARDLINK -> throw new IllegalArgumentException(entry.type() + " is made otherwise");
        }
    }

    void makeFile(Entry entry, FileContent content) throws IOException {
        parentOf(entry.path()).makeFile(name(entry.path()), content, ownership(entry), attributes.of(entry));
    }

    void makeHardLink(Entry entry) throws IOException {
        ImagePath file = new ImagePath(entry.link());
        try (Folder holder = root.folder(NameBytes.of(file.parent().text()))) {
            parentOf(entry.path()).makeHardLink(name(entry.path()), holder, name(file));
        }
    }

    /// Hides what lower layers have in a directory.
    void hideBelow(ImagePath directory) throws IOException {
        try (Folder _ = root.folderMade(NameBytes.of(directory.text()), new ArrayList<>())) {
            opaque.put(directory, true);
        }
    }

    /// Hides a path of lower layers; where this layer has one of its own there, only what lies below it.
    void whiteOut(ImagePath path) throws IOException {
        if (path.isRoot()) {
            hideBelow(path);
        } else if (parentOf(path).isDirectory(name(path))) {
            opaque.put(path, true);
        } else if (!parentOf(path).has(name(path))) {
            parentOf(path).makeNode(name(path), NodeKind.CHARACTER_DEVICE, 0, 0);
        }
    }

    /// Gives the directories what making their content would have changed again.
    void finish() throws IOException {
        for (ImagePath path : opaque.keySet()) {
            directories.putIfAbsent(path, Entry.impliedDirectory(path));
        }
        for (Map.Entry<ImagePath, Entry> one : directories.entrySet()) {
            SortedMap<String, byte[]> own = new TreeMap<>(attributes.of(one.getValue()));
            if (opaque.containsKey(one.getKey())) {
                own.put(opaqueMark(), YES);
            }
            if (one.getKey().isRoot()) {
                try (Folder folder = above.folder("/".getBytes(StandardCharsets.US_ASCII))) {
                    folder.own(ROOT.getBytes(StandardCharsets.US_ASCII), ofDirectory(one.getValue()), own);
                }
            } else {
                parentOf(one.getKey()).own(name(one.getKey()), ofDirectory(one.getValue()), own);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (above;
                root) {
            if (lastFolder.isPresent()) {
                lastFolder.get().close();
            }
        }
    }

    private void makeDirectory(Entry entry) throws IOException {
        if (!entry.path().isRoot()) {
            parentOf(entry.path()).makeDirectory(name(entry.path()), 0700);
        }
        directories.put(entry.path(), entry);
    }

    private void makeNode(Entry entry, NodeKind kind) throws IOException {
        if (kind != NodeKind.FIFO && !here.isInitial()) {
            return; // only the machine's own root makes devices; a container gets those it may use from its runtime
        }
        Folder parent = parentOf(entry.path());
        parent.makeNode(name(entry.path()), kind, (int) (entry.device() >>> 32), (int) entry.device());
        parent.own(name(entry.path()), ownership(entry), attributes.of(entry));
    }

    /// Layers list a directory's files one after the other: the last parent stays open.
    private Folder parentOf(ImagePath path) throws IOException {
        ImagePath parent = path.parent();
        if (lastFolder.isEmpty() || !parent.equals(lastParent)) {
            Folder folder = root.folderMade(NameBytes.of(parent.text()), new ArrayList<>());
            if (lastFolder.isPresent()) {
                lastFolder.get().close();
            }
            lastFolder = Optional.of(folder);
            lastParent = parent;
        }
        return lastFolder.get();
    }

    private static byte[] name(ImagePath path) {
        return NameBytes.of(path.name());
    }

    /// As the overlay that will be mounted here reads it.
    private String opaqueMark() {
        return here.isInitial() ? "trusted.overlay.opaque" : "user.overlay.opaque";
    }

    /// A directory of somebody else's could not be emptied outside the user namespace; its owner is given back where it is mounted.
    private Ownership ofDirectory(Entry entry) {
        return here.isInitial() ? ownership(entry) : ownership(entry).removable();
    }

    private Ownership ownership(Entry entry) {
        return new Ownership(entry.uid(), entry.gid(), entry.mode(), new FileTime(entry.modified())).within(here);
    }
}
