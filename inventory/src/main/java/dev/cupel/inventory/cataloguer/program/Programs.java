package dev.cupel.inventory.cataloguer.program;

import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.FileCataloguer;
import dev.cupel.inventory.cataloguer.Scene;
import dev.cupel.inventory.elf.ElfProvenance;
import dev.cupel.inventory.elf.ElfReader;
import dev.cupel.inventory.elf.MalformedElf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Programs and libraries that no package owns. What a program says of its own making comes first; only one that says nothing is
/// recognised by its strings.
public final class Programs implements FileCataloguer {
    private static final int HEAD = 20;
    private final GoModules goModules = new GoModules();
    private final CargoCrates cargoCrates = new CargoCrates();
    private final PackageNotes packageNotes = new PackageNotes();
    private final KnownPrograms known = KnownPrograms.load();

    @Override
    public boolean wants(Node file) {
        return file.entry().isExecutable() || file.path().name().contains(".so") || known.knows(file.path().name());
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        boolean elf = ElfReader.looksLikeElf(scene.root().head(file, HEAD));
        if (!elf && !known.knows(file.path().name())) {
            return;
        }
        Optional<ByteBuffer> content = scene.content(file, found);
        boolean told = content.isEmpty() || (elf && provenance(file, content.get(), scene, found));
        if (!told) {
            known.recognise(file, content.get(), scene).ifPresent(found::add);
        }
    }

    private boolean provenance(Node file, ByteBuffer content, Scene scene, Collector found) throws IOException {
        try {
            ElfProvenance said = ElfProvenance.read(content);
            if (said.go().isPresent()) {
                goModules.collect(said.go().get(), file, scene, found);
            }
            boolean crates = said.cargo().isPresent() && cargoCrates.collect(said.cargo().get(), file, scene, found);
            boolean note = said.packageNote().isPresent() && packageNotes.collect(said.packageNote().get(), file, scene, found);
            return said.go().isPresent() || crates || note;
        } catch (MalformedElf e) {
            found.remark(file.path(), "its ELF headers are broken: " + e.getMessage());
            return false;
        }
    }
}
