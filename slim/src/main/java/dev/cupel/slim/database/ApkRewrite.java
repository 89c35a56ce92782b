package dev.cupel.slim.database;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.packages.CameWith;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// apk's `installed`: a paragraph for each package. `F:` opens a folder, `R:` names a file in it; the lines after either (`M:`, `a:`,
/// `Z:`) belong to it and go with it.
record ApkRewrite(RootFs root, Left left, Map<ImagePath, byte[]> contents) {
    private static final List<ImagePath> PLACES =
            List.of(ImagePath.of("/lib/apk/db/installed"), ImagePath.of("/usr/lib/apk/db/installed"));
    private static final int MOST_BYTES = 64 << 20;

    void run() throws IOException {
        for (ImagePath place : PLACES) {
            Optional<byte[]> installed = root.read(place, MOST_BYTES);
            if (installed.isPresent() && root.at(place).isPresent()) {
                contents.put(place, NameBytes.of(rewritten(NameBytes.text(installed.get()))));
            }
        }
    }

    private String rewritten(String text) {
        StringBuilder out = new StringBuilder();
        List<String> paragraph = new ArrayList<>();
        for (String line : (Iterable<String>) (text + "\n\n").lines()::iterator) {
            if (!line.isEmpty()) {
                paragraph.add(line);
            } else {
                String name = paragraph.stream().filter(one -> one.startsWith("P:")).map(one -> one.substring(2)).findFirst().orElse("");
                if (left.isLeft(name)) {
                    out.append(String.join("\n", lines(name, paragraph))).append("\n\n");
                }
                paragraph.clear();
            }
        }
        return out.toString();
    }

    private List<String> lines(String name, List<String> paragraph) {
        List<String> stay = new ArrayList<>();
        String folder = "";
        boolean staying = true;
        for (String line : paragraph) {
            if (line.startsWith("F:")) {
                folder = line.substring(2);
                staying = left.isLeft(name, "/" + folder);
            } else if (line.startsWith("R:")) {
                staying = left.isLeft(name, "/" + folder + "/" + line.substring(2));
            }
            if (staying) {
                stay.add(line);
            }
        }
        return left.counted(name, stay, CameWith.APK);
    }
}
