package dev.cupel.inventory.cataloguer.language;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.FileCataloguer;
import dev.cupel.inventory.cataloguer.FileTree;
import dev.cupel.inventory.cataloguer.Scene;
import dev.cupel.inventory.php.MalformedPhp;
import dev.cupel.inventory.php.PhpValue;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/// What PHP's `pear` and `pecl` installed: `.registry/NAME.reg`, and `.registry/.channel.pecl.php.net/NAME.reg`.
public final class PearPackages implements FileCataloguer {
    private static final int MOST_BYTES = 16 << 20;

    @Override
    public boolean wants(Node file) {
        ImagePath folder = file.path().parent();
        return file.path().name().endsWith(".reg")
                && (folder.name().equals(".registry") || (folder.name().startsWith(".channel.") && folder.parent().name().equals(".registry")));
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        PhpValue record;
        try {
            record = PhpValue.read(scene.root().head(file, MOST_BYTES));
        } catch (MalformedPhp e) {
            found.remark(file.path(), "no record of PEAR: " + e.getMessage());
            return;
        }
        String name = record.at("name").text();
        String version = first(record.at("version").at("release").text(), record.at("version").text());
        if (name.isEmpty() || version.isEmpty()) {
            return; // channels without packages leave empty records
        }
        String channel = first(record.at("channel").text(), "pear.php.net");
        boolean pecl = channel.equals("pecl.php.net");
        Ecosystem ecosystem = pecl ? Ecosystem.PECL : Ecosystem.PEAR;
        found.add(new ComponentDraft(
                        ecosystem, name, PackageUrl.of(ecosystem.urlType(), pecl ? "" : channel, name, version), Evidence.of(file.path()))
                .certainty(Certainty.RECORDED)
                .licences(List.of(first(record.at("license").at("_content").text(), record.at("license").text())))
                .files(holdings(record.at("filelist"), scene))
                .origin(scene.origins().of(file))
                .done());
    }

    private static Holdings holdings(PhpValue list, Scene scene) {
        TreeSet<ImagePath> files = new TreeSet<>();
        if (list instanceof PhpValue.Many(var items)) {
            for (PhpValue one : items.values()) {
                String place = one.at("installed_as").text();
                if (place.startsWith("/") && place.indexOf('\0') < 0) {
                    files.add(ImagePath.of(place));
                }
            }
        }
        return new Holdings(new FileTree(scene.root()).present(files), files.size());
    }

    private static String first(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
