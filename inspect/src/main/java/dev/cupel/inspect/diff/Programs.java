package dev.cupel.inspect.diff;

import dev.cupel.image.Digest;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.elf.ElfFile;
import dev.cupel.inventory.elf.ElfReader;
import dev.cupel.inventory.elf.ElfSections;
import dev.cupel.inventory.elf.MalformedElf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/// What differs in two builds of a program or library.
record Programs(RootFs before, RootFs after) {
    private static final long LARGEST = 1L << 30;
    private static final int NAMED = 12;
    private static final int MAGIC = 20;

    /// Empty for what is no ELF file on both sides, or a damaged one.
    List<String> lines(Node one, Node other) throws IOException {
        if (!isElf(before, one) || !isElf(after, other)) {
            return List.of();
        }
        try {
            return compare(before.map(one), after.map(other));
        } catch (MalformedElf e) {
            return List.of(); // the row says that the content differs, and that is all there is to say
        }
    }

    private static boolean isElf(RootFs root, Node node) throws IOException {
        boolean file = root.contentOf(node).entry().isFile() && root.contentOf(node).entry().sizeBytes() <= LARGEST;
        return file && ElfReader.looksLikeElf(root.head(node, MAGIC));
    }

    private static List<String> compare(ByteBuffer one, ByteBuffer other) throws MalformedElf {
        ElfFile a = new ElfReader().read(one);
        ElfFile b = new ElfReader().read(other);
        List<String> lines = new ArrayList<>();
        lines.addAll(sections(ElfSections.of(one), ElfSections.of(other)));
        without("needs %s no more", a.needed(), b.needed(), lines);
        without("needs %s, too", b.needed(), a.needed(), lines);
        changed("interpreter", a.interpreter().orElse("none"), b.interpreter().orElse("none"), lines);
        changed("soname", a.soname().orElse("none"), b.soname().orElse("none"), lines);
        changed("run path", String.join(":", a.runpath()), String.join(":", b.runpath()), lines);
        changed("build id", a.buildId().orElse("none"), b.buildId().orElse("none"), lines);
        return lines;
    }

    private static List<String> sections(ElfSections one, ElfSections other) {
        SortedMap<String, Digest> a = one.digests();
        SortedMap<String, Digest> b = other.digests();
        TreeSet<String> differing = new TreeSet<>(a.keySet());
        differing.addAll(b.keySet());
        differing.removeIf(name -> a.containsKey(name) && a.get(name).equals(b.get(name)));
        if (differing.isEmpty() || a.isEmpty() || b.isEmpty()) {
            return List.of();
        }
        List<String> named = differing.stream().limit(NAMED).toList();
        String more = differing.size() > NAMED ? " and %d more".formatted(differing.size() - NAMED) : "";
        String told = "sections that differ: " + String.join(", ", named) + more;
        return differing.stream().allMatch(ElfSections::isIdentity)
                ? List.of(told, "only what names the build differs, by what its section table says: no code and no data")
                : List.of(told);
    }

    private static void without(String sentence, List<String> these, List<String> those, List<String> lines) {
        these.stream().filter(one -> !those.contains(one)).limit(NAMED).map(sentence::formatted).forEach(lines::add);
    }

    private static void changed(String what, String one, String other, List<String> lines) {
        if (!one.equals(other)) {
            lines.add(what + " " + one + " → " + other);
        }
    }
}
