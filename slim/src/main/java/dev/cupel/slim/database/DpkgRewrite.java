package dev.cupel.slim.database;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.packages.CameWith;
import dev.cupel.inventory.packages.ControlFile;
import dev.cupel.inventory.packages.ControlStanza;
import dev.cupel.inventory.packages.MalformedPackageDatabase;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// `/var/lib/dpkg/status`, and beside it `info/NAME.list`, `.md5sums` and `.conffiles`. Scripts, triggers and templates of packages
/// serve installing only; a script of a package whose files are gone would do harm.
record DpkgRewrite(RootFs root, Left left, Map<ImagePath, byte[]> contents, Set<ImagePath> dropped) {
    private static final ImagePath HOME = ImagePath.of("/var/lib/dpkg");
    private static final ImagePath STATUS = HOME.child("status");
    private static final ImagePath INFO = HOME.child("info");
    private static final int MOST_BYTES = 64 << 20;

    void run() throws IOException, MalformedPackageDatabase {
        Optional<byte[]> status = root.read(STATUS, MOST_BYTES);
        if (status.isEmpty()) {
            return;
        }
        String stanzas = ControlFile.read(NameBytes.text(status.get())).stream()
                .filter(this::isLeft)
                .map(stanza -> String.join("\n", left.counted(build(stanza), stanza.lines(), CameWith.DPKG)) + "\n\n")
                .collect(Collectors.joining());
        contents.put(STATUS, NameBytes.of(stanzas));
        for (Node file : root.children(INFO)) {
            rewrite(file);
        }
        for (String old : Set.of("status-old", "available-old", "diversions-old", "statoverride-old")) {
            root.at(HOME.child(old)).ifPresent(node -> dropped.add(node.path()));
        }
    }

    /// Half-installed packages count by their files as well; one that only left its settings behind counts no more.
    private boolean isLeft(ControlStanza stanza) {
        return stanza.isInstalled() && left.isLeft(build(stanza));
    }

    private static String build(ControlStanza stanza) {
        return stanza.field("package").orElse("") + ":" + stanza.field("architecture").orElse("");
    }

    private void rewrite(Node file) throws IOException {
        String name = file.path().name();
        int dot = name.lastIndexOf('.');
        String build = dot < 0 ? name : name.substring(0, dot);
        String kind = dot < 0 ? "" : name.substring(dot + 1);
        String owner = build.replaceFirst(":.*", "");
        Predicate<String> line = switch (kind) {
            case "list", "conffiles" -> text -> left.isLeft(owner, text.replaceFirst("^remove-on-upgrade ", ""));
            case "md5sums" -> text -> text.length() > 34 && left.isLeft(owner, text.substring(34));
            default -> _ -> false;
        };
        if (name.equals("format")) {
            contents.put(file.path(), root.head(file, MOST_BYTES));
        } else if (!left.isLeft(build) || !Set.of("list", "md5sums", "conffiles").contains(kind)) {
            dropped.add(file.path());
        } else {
            String text = root.read(file.path(), MOST_BYTES).map(NameBytes::text).orElse("");
            contents.put(file.path(), NameBytes.of(Lines.filter(text, line)));
        }
    }
}
