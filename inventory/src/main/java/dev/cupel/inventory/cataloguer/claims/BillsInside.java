package dev.cupel.inventory.cataloguer.claims;

import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.FileCataloguer;
import dev.cupel.inventory.cataloguer.Scene;
import dev.cupel.inventory.sbom.BillReader;
import dev.cupel.inventory.sbom.MalformedBill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Bills that builders leave in images, such as `/opt/bitnami/x/.spdx-x.spdx` and `/var/lib/db/sbom/x.spdx.json`. A package that was
/// found by itself is not repeated.
public final class BillsInside implements FileCataloguer {
    private static final int MOST_BYTES = 64 << 20;
    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:bom|sbom|.*[.-]sbom|.*\\.cdx|.*\\.spdx|sbom\\.cdx|\\.spdx-.+|.*\\.syft)\\.(?:json|spdx)|\\.spdx-.+\\.spdx");
    private final List<Component> claimed = new ArrayList<>();

    @Override
    public boolean wants(Node file) {
        return NAME.matcher(file.path().name()).matches();
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        try {
            claimed.addAll(BillReader.inside(file.path()).read(scene.root().head(file, MOST_BYTES)).inventory().components());
        } catch (MalformedBill e) {
            found.remark(file.path(), "no bill of materials: " + e.getMessage());
        }
    }

    @Override
    public void finish(Scene scene, Collector found) {
        new Unrepeated(claimed).addTo(found);
    }
}
