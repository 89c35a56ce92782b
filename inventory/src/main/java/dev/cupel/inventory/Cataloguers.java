package dev.cupel.inventory;

import dev.cupel.inventory.cataloguer.FileCataloguer;
import dev.cupel.inventory.cataloguer.claims.BillsInside;
import dev.cupel.inventory.cataloguer.claims.NativeImages;
import dev.cupel.inventory.cataloguer.language.ComposerPackages;
import dev.cupel.inventory.cataloguer.language.CondaPackages;
import dev.cupel.inventory.cataloguer.language.DotnetPackages;
import dev.cupel.inventory.cataloguer.language.JavaArchives;
import dev.cupel.inventory.cataloguer.language.JavaRuntimes;
import dev.cupel.inventory.cataloguer.language.NodePackages;
import dev.cupel.inventory.cataloguer.language.PearPackages;
import dev.cupel.inventory.cataloguer.language.PerlModules;
import dev.cupel.inventory.cataloguer.language.PythonPackages;
import dev.cupel.inventory.cataloguer.language.RubyGems;
import dev.cupel.inventory.cataloguer.program.LinkedLibraries;
import dev.cupel.inventory.cataloguer.program.PhpExtensions;
import dev.cupel.inventory.cataloguer.program.Programs;
import dev.cupel.inventory.cataloguer.system.NixStore;
import java.util.List;

/// All cataloguers. Each serves one image: they remember what they have seen.
final class Cataloguers {
    private Cataloguers() {}

    /// Those of packages that declare what they are, for the files of the system's packages: what those link is their own affair.
    static List<FileCataloguer> ofBundled() {
        return List.of(new PythonPackages(), new NodePackages(), new JavaArchives(), new RubyGems(), new ComposerPackages(), new DotnetPackages());
    }

    static List<FileCataloguer> fresh() {
        return List.of(
                new PythonPackages(),
                new NodePackages(),
                new JavaArchives(),
                new JavaRuntimes(),
                new RubyGems(),
                new ComposerPackages(),
                new DotnetPackages(),
                new PearPackages(),
                new PerlModules(),
                new PhpExtensions(),
                new Programs(),
                new CondaPackages(),
                new NixStore(),
                new BillsInside(),
                new NativeImages(),
                new LinkedLibraries());
    }
}
