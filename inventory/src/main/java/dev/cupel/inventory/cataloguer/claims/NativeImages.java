package dev.cupel.inventory.cataloguer.claims;

import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.FileCataloguer;
import dev.cupel.inventory.cataloguer.Scene;
import dev.cupel.inventory.elf.BuiltInBill;
import dev.cupel.inventory.elf.ElfReader;
import dev.cupel.inventory.elf.MalformedElf;
import dev.cupel.inventory.sbom.BillReader;
import dev.cupel.inventory.sbom.MalformedBill;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Programs that GraalVM compiled from Java, which carry a bill of the libraries that are in them.
public final class NativeImages implements FileCataloguer {
    private static final int HEAD = 20;
    private static final int MOST_BYTES = 64 << 20;
    private final List<Component> claimed = new ArrayList<>();

    @Override
    public boolean wants(Node file) {
        return file.entry().isExecutable() || file.path().name().endsWith(".so");
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        if (!ElfReader.looksLikeElf(scene.root().head(file, HEAD))) {
            return;
        }
        Optional<ByteBuffer> packed;
        try {
            Optional<ByteBuffer> content = scene.content(file, found);
            packed = content.isPresent() ? BuiltInBill.find(content.get()) : Optional.empty();
        } catch (MalformedElf e) {
            return; // said once already, where all programs are looked at
        }
        if (packed.isPresent()) {
            claim(packed.get(), file, found);
        }
    }

    @Override
    public void finish(Scene scene, Collector found) {
        new Unrepeated(claimed).addTo(found);
    }

    private void claim(ByteBuffer packed, Node file, Collector found) {
        byte[] bytes = new byte[packed.remaining()];
        packed.duplicate().get(bytes);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            claimed.addAll(BillReader.inside(file.path()).read(in.readNBytes(MOST_BYTES)).inventory().components());
        } catch (IOException | MalformedBill e) {
            found.remark(file.path(), "its bill of materials cannot be read: " + e.getMessage());
        }
    }
}
