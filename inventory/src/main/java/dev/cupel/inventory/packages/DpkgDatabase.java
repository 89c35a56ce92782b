package dev.cupel.inventory.packages;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// dpkg's database: `status` with `info/NAME.list`, and `status.d/NAME` with `NAME.md5sums`, as distroless images have it.
final class DpkgDatabase {
    static final ImagePath HOME = ImagePath.of("/var/lib/dpkg");
    static final ImagePath STATUS = HOME.child("status");
    static final ImagePath STATUS_D = HOME.child("status.d");
    static final ImagePath INFO = HOME.child("info");
    private static final int MOST_BYTES = 64 << 20;
    private static final Pattern SOURCE = Pattern.compile("([^\\s(]+)(?:\\s*\\(([^)\\s]+)\\))?");
    private final RootFs root;

    DpkgDatabase(RootFs root) {
        this.root = root;
    }

    List<PackageRecord> read() throws IOException, MalformedPackageDatabase {
        List<PackageRecord> records = new ArrayList<>();
        for (ControlStanza stanza : stanzas(STATUS)) {
            if (stanza.isInstalled() && stanza.field("package").isPresent()) {
                records.add(record(stanza, STATUS, listed(stanza)));
            }
        }
        for (Node file : root.children(STATUS_D)) {
            if (!file.path().name().endsWith(".md5sums")) {
                addDistroless(file.path(), records);
            }
        }
        return records;
    }

    private void addDistroless(ImagePath file, List<PackageRecord> records) throws IOException, MalformedPackageDatabase {
        for (ControlStanza stanza : stanzas(file)) {
            if (stanza.isInstalled() && stanza.field("package").isPresent()) {
                List<String> listed = text(file.parent().child(file.name() + ".md5sums"))
                        .map(DpkgDatabase::pathsOfSums)
                        .orElse(List.of());
                records.add(record(stanza, file, listed));
            }
        }
    }

    private List<ControlStanza> stanzas(ImagePath file) throws IOException, MalformedPackageDatabase {
        return ControlFile.read(text(file).orElse(""));
    }

    /// The list of a package that may be installed for several architectures at once carries its architecture in its name.
    private List<String> listed(ControlStanza stanza) throws IOException {
        String name = stanza.field("package").orElse("");
        String qualified = name + ":" + stanza.field("architecture").orElse("");
        for (String base : List.of(name, qualified)) {
            if (!base.contains("/")) {
                Optional<String> list = text(INFO.child(base + ".list"));
                if (list.isPresent()) {
                    return list.get().lines().filter(line -> line.startsWith("/")).toList();
                }
            }
        }
        return List.of();
    }

    private Optional<String> text(ImagePath path) throws IOException {
        return root.read(path, MOST_BYTES).map(NameBytes::text);
    }

    private static List<String> pathsOfSums(String sums) {
        return sums.lines()
                .filter(line -> line.length() > 34)
                .map(line -> "/" + line.substring(34))
                .toList();
    }

    private static PackageRecord record(ControlStanza stanza, ImagePath from, List<String> listed) {
        String name = stanza.field("package").orElse("");
        String version = stanza.field("version").orElse("");
        Matcher source = SOURCE.matcher(stanza.field("source").orElse(name));
        boolean named = source.lookingAt();
        String depends = stanza.field("pre-depends").orElse("") + "," + stanza.field("depends").orElse("");
        return new PackageRecord(
                "deb",
                name,
                version,
                stanza.field("architecture").orElse(""),
                named ? source.group(1) : name,
                named && source.group(2) != null ? source.group(2) : version,
                "",
                stanza.field("maintainer").orElse(""),
                List.of(),
                stanza.field("essential").filter("yes"::equals).isPresent()
                        || stanza.field("priority").filter("required"::equals).isPresent(),
                Dependencies.debianNames(depends),
                Dependencies.debianNames(stanza.field("provides").orElse("")),
                from,
                listed,
                CameWith.read(stanza.field(CameWith.DPKG.field())));
    }
}
