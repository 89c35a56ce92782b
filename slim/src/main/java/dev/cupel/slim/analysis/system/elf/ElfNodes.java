package dev.cupel.slim.analysis.system.elf;

import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.elf.ElfFile;
import dev.cupel.inventory.elf.ElfReader;
import dev.cupel.inventory.elf.MalformedElf;
import java.io.IOException;
import java.util.Optional;

/// Reads nodes of an image as ELF files.
public record ElfNodes(RootFs root) {
    private static final int SMALLEST = 52;

    /// The ELF file at this node; empty for anything else, and for one that no loader could read either.
    public Optional<ElfFile> read(Node node) throws IOException {
        Node content = root.contentOf(node);
        if (!content.entry().isFile()
                || content.entry().sizeBytes() < SMALLEST
                || content.entry().sizeBytes() > Integer.MAX_VALUE
                || !ElfReader.looksLikeElf(root.head(content, SMALLEST))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ElfReader().read(root.map(content)));
        } catch (MalformedElf e) {
            return Optional.empty();
        }
    }
}
