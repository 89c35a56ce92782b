package dev.cupel.inventory.packages;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.packages.rpm.MalformedRpm;
import dev.cupel.inventory.packages.rpm.RpmDatabase;
import dev.cupel.inventory.packages.rpm.RpmRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// rpm's database, wherever distributions keep it.
final class RpmPackages {
    private static final List<String> FOLDERS = List.of("/usr/lib/sysimage/rpm", "/var/lib/rpm", "/usr/share/rpm");
    private static final List<String> FILES = List.of("rpmdb.sqlite", "Packages.db", "Packages");
    private static final Pattern SOURCE = Pattern.compile("(.+)-([^-]+-[^-]+)\\.(?:no)?src\\.rpm");

    private RpmPackages() {}

    /// Whether a file of this name is such a database.
    static boolean isDatabase(ImagePath path) {
        return FOLDERS.contains(path.parent().text()) && FILES.contains(path.name());
    }

    static List<PackageRecord> in(RootFs root) throws IOException, MalformedPackageDatabase {
        for (String folder : FOLDERS) {
            for (String name : FILES) {
                Optional<Node> file = file(root, ImagePath.of(folder).child(name));
                if (file.isPresent()) {
                    Optional<Node> log = file(root, ImagePath.of(folder).child(name + "-wal"));
                    ByteBuffer newer = log.isPresent() ? whole(root, log.get()) : ByteBuffer.allocate(0);
                    return read(whole(root, file.get()), newer, file.get().path());
                }
            }
        }
        return List.of();
    }

    private static ByteBuffer whole(RootFs root, Node file) throws IOException, MalformedPackageDatabase {
        long bytes = root.contentOf(file).entry().sizeBytes();
        if (bytes > Integer.MAX_VALUE) {
            throw new MalformedPackageDatabase("%s has %d bytes: more than 2 GiB".formatted(file.path(), bytes));
        }
        return root.map(file);
    }

    static List<PackageRecord> read(ByteBuffer file, ByteBuffer log, ImagePath from) throws MalformedPackageDatabase {
        try {
            List<PackageRecord> records = new ArrayList<>();
            for (RpmRecord one : RpmDatabase.read(file, log)) {
                records.add(record(one, from));
            }
            return records;
        } catch (MalformedRpm e) {
            throw new MalformedPackageDatabase("%s is no database of rpm: %s".formatted(from, e.getMessage()));
        }
    }

    /// A package whose source is not told was built from itself.
    private static PackageRecord record(RpmRecord one, ImagePath from) {
        Matcher source = SOURCE.matcher(one.sourceRpm());
        boolean named = source.matches();
        List<String> provides = new ArrayList<>(one.provides());
        provides.addAll(one.files()); // a package may ask for `/bin/sh`
        return new PackageRecord(
                "rpm",
                one.name(),
                one.version(),
                one.architecture(),
                named ? source.group(1) : one.name(),
                named ? source.group(2) : one.version(),
                one.module(),
                one.vendor(),
                one.licence().isEmpty() ? List.of() : List.of(one.licence()),
                false,
                one.requires(),
                provides,
                from,
                one.files().stream().filter(path -> path.startsWith("/") && path.indexOf('\0') < 0).toList(),
                0);
    }

    private static Optional<Node> file(RootFs root, ImagePath path) {
        return root.follow(path) instanceof Resolution.Found(Node node, var _) && root.contentOf(node).entry().isFile()
                ? Optional.of(node)
                : Optional.empty();
    }
}
