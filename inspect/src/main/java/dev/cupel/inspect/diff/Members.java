package dev.cupel.inspect.diff;

import dev.cupel.image.Digest;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inspect.diff.DiffReport.Kind;
import dev.cupel.inspect.diff.DiffReport.MemberRow;
import dev.cupel.inventory.java.JarArchive;
import dev.cupel.inventory.java.JarEntry;
import dev.cupel.inventory.java.MalformedJar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which entries of two archives differ.
record Members(RootFs before, RootFs after) {
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(?:jar|war|ear|zip|whl|egg|nupkg|jmod)");
    private static final int MOST = 100;
    private static final long LARGEST = 512L << 20;

    /// Empty for what is no archive, and for one that cannot be read.
    List<MemberRow> rows(Node one, Node other) throws IOException {
        if (!ARCHIVE.matcher(one.path().text()).matches() || bytes(before, one) > LARGEST || bytes(after, other) > LARGEST) {
            return List.of();
        }
        try {
            return compare(JarArchive.open(before.map(one)), JarArchive.open(after.map(other)));
        } catch (MalformedJar e) {
            return List.of(); // its name lies: the row says that the content differs, and that is all there is to say
        }
    }

    private static long bytes(RootFs root, Node node) {
        return root.contentOf(node).entry().sizeBytes();
    }

    private static List<MemberRow> compare(JarArchive a, JarArchive b) throws MalformedJar {
        Map<String, JarEntry> one = byName(a);
        Map<String, JarEntry> other = byName(b);
        TreeSet<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        List<MemberRow> rows = new ArrayList<>();
        for (String name : names) {
            if (rows.size() == MOST) {
                return rows;
            }
            JarEntry before = one.get(name);
            JarEntry after = other.get(name);
            if (before == null || after == null) {
                rows.add(new MemberRow(name, before == null ? Kind.ADDED : Kind.REMOVED));
            } else if (before.bytes() != after.bytes() || !Digest.of(a.content(before)).equals(Digest.of(b.content(after)))) {
                rows.add(new MemberRow(name, Kind.CHANGED));
            }
        }
        return rows;
    }

    private static Map<String, JarEntry> byName(JarArchive archive) {
        Map<String, JarEntry> entries = new TreeMap<>();
        archive.entries().forEach(entry -> entries.putIfAbsent(entry.name(), entry));
        return entries;
    }
}
