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
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `/var/lib/dpkg/status.d`, as distroless images have it: a file for each package, and its sums beside it. A package without
/// sums cannot be traced to files, so it stays listed.
record DistrolessRewrite(RootFs root, Left left, Map<ImagePath, byte[]> contents, Set<ImagePath> dropped) {
    private static final ImagePath HOME = ImagePath.of("/var/lib/dpkg/status.d");
    private static final String SUMS = ".md5sums";
    private static final int MOST_BYTES = 16 << 20;

    void run() throws IOException, MalformedPackageDatabase {
        for (Node file : root.children(HOME)) {
            if (!file.path().name().endsWith(SUMS) && !file.entry().isDirectory()) {
                rewrite(file);
            }
        }
    }

    private void rewrite(Node file) throws IOException, MalformedPackageDatabase {
        byte[] content = root.read(file.path(), MOST_BYTES).orElse(new byte[0]);
        List<ControlStanza> stanzas = ControlFile.read(NameBytes.text(content));
        String name = stanzas.isEmpty() ? "" : stanzas.getFirst().field("package").orElse("");
        ImagePath sums = HOME.child(file.path().name() + SUMS);
        boolean traced = root.at(sums).isPresent();
        if (traced && !left.isLeft(name)) {
            dropped.add(file.path());
            dropped.add(sums);
            return;
        }
        if (!traced || stanzas.size() != 1) {
            contents.put(file.path(), content);
        } else {
            List<String> lines = left.counted(name, stanzas.getFirst().lines(), CameWith.DPKG);
            contents.put(file.path(), NameBytes.of(String.join("\n", lines) + "\n"));
        }
        if (traced) {
            String text = root.read(sums, MOST_BYTES).map(NameBytes::text).orElse("");
            contents.put(sums, NameBytes.of(Lines.filter(text, line -> line.length() > 34 && left.isLeft(name, line.substring(34)))));
        }
    }
}
