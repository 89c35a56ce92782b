package dev.cupel.inventory.cataloguer.program;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.FileCataloguer;
import dev.cupel.inventory.cataloguer.Scene;
import dev.cupel.inventory.elf.ElfReader;
import dev.cupel.inventory.elf.MalformedElf;
import dev.cupel.inventory.elf.PhpExtension;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Extensions of PHP that no record of `pecl` and no package has: those that were built with PHP, or beside it.
public final class PhpExtensions implements FileCataloguer {
    private static final int HEAD = 20;

    /// PHP names the folder after its module API, official images and most builds put it below `extensions`.
    private static final Pattern FOLDER = Pattern.compile("(?:no-debug-|debug-)?(?:(?:non-)?zts-)?\\d{8}(?:[-+]\\w+)*|extensions|modules");

    @Override
    public boolean wants(Node file) {
        ImagePath path = file.path();
        return path.name().endsWith(".so") && FOLDER.matcher(path.parent().name()).matches() && path.text().contains("php");
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        if (!ElfReader.looksLikeElf(scene.root().head(file, HEAD))) {
            return;
        }
        Optional<PhpExtension> extension;
        try {
            Optional<ByteBuffer> content = scene.content(file, found);
            extension = content.isPresent() ? PhpExtension.find(content.get()) : Optional.empty();
        } catch (MalformedElf e) {
            return; // said once already, where all programs are looked at
        }
        if (extension.isEmpty() || extension.get().version().isEmpty()) {
            return;
        }
        String name = "php-" + extension.get().name();
        found.add(new ComponentDraft(
                        Ecosystem.PROGRAM, name, PackageUrl.of("generic", "", name, extension.get().version()), Evidence.of(file.path()))
                .digest(Optional.of(scene.root().digest(file)))
                .files(Holdings.whole(new TreeSet<>(List.of(file.path()))))
                .origin(scene.origins().of(file))
                .done());
    }
}
