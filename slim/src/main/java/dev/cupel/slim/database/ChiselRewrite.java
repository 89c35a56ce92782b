package dev.cupel.slim.database;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.compression.ZstdWriter;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.packages.ChiselManifest;
import dev.cupel.inventory.packages.MalformedPackageDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// chisel's manifest without the packages that are gone. What a package that is left had stays named, so the manifest itself tells how
/// much of it is missing.
record ChiselRewrite(RootFs root, Left left, Map<ImagePath, byte[]> contents) {
    private static final int MOST_BYTES = 64 << 20;
    private static final int LEVEL = 3;

    void run() throws IOException, MalformedPackageDatabase {
        Optional<byte[]> manifest = root.read(ChiselManifest.PLACE, MOST_BYTES);
        if (manifest.isEmpty()) {
            return;
        }
        List<String> stay = new ArrayList<>();
        for (String line : ChiselManifest.lines(manifest.get())) {
            List<String> packages = ChiselManifest.packagesOf(line);
            if (packages.isEmpty() || packages.stream().anyMatch(left::isLeft)) {
                stay.add(line);
            }
        }
        if (!stay.isEmpty()) {
            stay.set(0, stay.getFirst().replaceFirst("\"count\":\\s*\\d+", "\"count\":" + stay.size()));
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        new ZstdWriter(LEVEL).compress(new ByteArrayInputStream(NameBytes.of(String.join("\n", stay) + "\n")), packed);
        contents.put(ChiselManifest.PLACE, packed.toByteArray());
    }
}
