package dev.cupel.inspect.diff;

import dev.cupel.image.Digest;
import dev.cupel.inspect.diff.DiffReport.Kind;
import dev.cupel.inspect.diff.DiffReport.MemberRow;
import dev.cupel.inventory.java.JarArchive;
import dev.cupel.inventory.java.JarEntry;
import dev.cupel.inventory.java.MalformedJar;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Compares two archives entry by entry, and the archives in them. For one pair of files.
final class ArchiveComparison {
    private static final Pattern ZIP = Pattern.compile(".*\\.(?:jar|war|ear|zip|whl|egg|nupkg|jmod)");
    private static final Pattern TAR = Pattern.compile(".*\\.(?:tar|tar\\.gz|tgz|tar\\.zst|gem|apk)");
    private static final int MOST = 100;
    private static final int DEEPEST = 3;
    /// An archive whose entries lie in one another could be unpacked for hours.
    private static final long MOST_BYTES = 2L << 30;

    private final List<MemberRow> rows = new ArrayList<>();
    private long left = MOST_BYTES;

    static boolean isArchive(String name) {
        return ZIP.matcher(name).matches() || TAR.matcher(name).matches();
    }

    /// At most a hundred; empty where one of the two cannot be read: then there is nothing to say but that they differ.
    List<MemberRow> rows(String name, ByteBuffer a, ByteBuffer b) {
        try {
            compare("", name, a, b, DEEPEST);
        } catch (MalformedJar | UnreadableArchive e) {
            return List.of();
        }
        return rows;
    }

    private void compare(String prefix, String name, ByteBuffer a, ByteBuffer b, int deeper) throws MalformedJar, UnreadableArchive {
        if (TAR.matcher(name).matches()) {
            tars(prefix, TarEntries.of(a), TarEntries.of(b));
        } else {
            zips(prefix, JarArchive.open(a), JarArchive.open(b), deeper);
        }
    }

    private void tars(String prefix, SortedMap<String, Digest> one, SortedMap<String, Digest> other) {
        for (String name : names(one, other)) {
            if (!one.containsKey(name) || !other.containsKey(name)) {
                add(prefix + name, one.containsKey(name) ? Kind.REMOVED : Kind.ADDED);
            } else if (!one.get(name).equals(other.get(name))) {
                add(prefix + name, Kind.CHANGED);
            }
        }
    }

    private void zips(String prefix, JarArchive a, JarArchive b, int deeper) throws MalformedJar, UnreadableArchive {
        Map<String, JarEntry> one = byName(a);
        Map<String, JarEntry> other = byName(b);
        for (String name : names(one, other)) {
            JarEntry before = one.get(name);
            JarEntry after = other.get(name);
            if (rows.size() == MOST) {
                return;
            }
            if (before == null || after == null) {
                add(prefix + name, before == null ? Kind.ADDED : Kind.REMOVED);
            } else if (before.bytes() != after.bytes() && !isArchive(name)) {
                add(prefix + name, Kind.CHANGED);
            } else {
                contents(prefix + name, content(a, before), content(b, after), deeper);
            }
        }
    }

    private void contents(String name, byte[] before, byte[] after, int deeper) {
        if (Digest.of(before).equals(Digest.of(after))) {
            return;
        }
        int known = rows.size();
        if (deeper > 0 && isArchive(name)) {
            try {
                compare(name + "!/", name, ByteBuffer.wrap(before), ByteBuffer.wrap(after), deeper - 1);
            } catch (MalformedJar | UnreadableArchive e) {
                rows.subList(known, rows.size()).clear(); // its name lies: it differs as a whole
            }
        }
        if (rows.size() == known) {
            add(name, Kind.CHANGED);
        }
    }

    private byte[] content(JarArchive archive, JarEntry entry) throws MalformedJar, UnreadableArchive {
        left -= entry.bytes();
        if (left < 0) {
            throw new UnreadableArchive("its entries have more than " + MOST_BYTES + " bytes");
        }
        return archive.content(entry);
    }

    private void add(String name, Kind kind) {
        if (rows.size() < MOST) {
            rows.add(new MemberRow(name, kind));
        }
    }

    private static Set<String> names(Map<String, ?> one, Map<String, ?> other) {
        TreeSet<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    private static Map<String, JarEntry> byName(JarArchive archive) {
        Map<String, JarEntry> entries = new TreeMap<>();
        archive.entries().forEach(entry -> entries.putIfAbsent(entry.name(), entry));
        return entries;
    }
}
