package dev.cupel.inventory.packages;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.RootFs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The packages that an image's own databases (dpkg, chisel, apk, rpm) name as installed. A package's files are those of its list that
/// the image really has, at their real place; an image without a database has no packages here, which is not the same as
/// having none.
public final class InstalledPackages implements PackageIndex {
    private static final int MOST_BYTES = 64 << 20;
    private final List<OsPackage> packages;
    private final Map<ImagePath, OsPackage> owners = new HashMap<>();
    private final Map<String, OsPackage> names = new HashMap<>();

    private InstalledPackages(List<OsPackage> packages) {
        this.packages = packages.stream()
                .sorted(Comparator.comparing(OsPackage::name).thenComparing(OsPackage::architecture))
                .toList();
        for (OsPackage one : this.packages) {
            names.putIfAbsent(one.name(), one);
            one.files().forEach(file -> owners.putIfAbsent(file, one));
        }
    }

    /// Of an image whose databases cannot be read.
    public static InstalledPackages none() {
        return new InstalledPackages(List.of());
    }

    /// Reads whichever databases the image has.
    public static InstalledPackages in(RootFs root) throws IOException, MalformedPackageDatabase {
        List<PackageRecord> records = new ArrayList<>(new DpkgDatabase(root).read());
        for (ImagePath place : ApkInstalled.PLACES) {
            Optional<byte[]> installed = root.read(place, MOST_BYTES);
            if (installed.isPresent()) {
                records.addAll(ApkInstalled.read(NameBytes.text(installed.get()), place));
                break; // the second place is at times a link to the first
            }
        }
        records.addAll(RpmPackages.in(root));
        Optional<byte[]> chiselled = root.read(ChiselManifest.PLACE, ChiselManifest.MOST_BYTES);
        if (chiselled.isPresent()) {
            records.addAll(ChiselManifest.read(chiselled.get(), ChiselManifest.PLACE));
        }
        ListedPaths paths = ListedPaths.in(root);
        Dependencies dependencies = Dependencies.among(records);
        return new InstalledPackages(records.stream()
                .map(one -> placed(one, paths, dependencies))
                .toList());
    }

    @Override
    public Collection<OsPackage> packages() {
        return packages;
    }

    @Override
    public Optional<OsPackage> ownerOf(ImagePath path) {
        return Optional.ofNullable(owners.get(path));
    }

    @Override
    public Optional<OsPackage> named(String name) {
        return Optional.ofNullable(names.get(name));
    }

    private static OsPackage placed(PackageRecord one, ListedPaths paths, Dependencies dependencies) {
        TreeSet<ImagePath> files = new TreeSet<>();
        one.listed().forEach(path -> paths.placeOf(one.name(), path).ifPresent(files::add));
        return new OsPackage(
                one.kind(),
                one.name(),
                one.version(),
                one.architecture(),
                one.source(),
                one.sourceVersion(),
                one.module(),
                one.publisher(),
                one.licences(),
                one.essential(),
                dependencies.of(one),
                one.evidence(),
                one.files(),
                files);
    }
}
