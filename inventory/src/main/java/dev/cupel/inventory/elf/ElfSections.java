package dev.cupel.inventory.elf;

import dev.cupel.image.Digest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the sections of an ELF file hold (gABI, "Sections"), by their names; of several with one name the later ones are numbered.
///
/// @param digests SHA-256 of a section's type, size and bytes; where it lies in the file makes no difference. Empty where the file has no
///     table of sections, or one of more than 4,096
public record ElfSections(SortedMap<String, Digest> digests) {
    private static final long NO_BITS = 8;
    private static final int MOST = 4096;
    private static final int LONGEST_NAME = 256;
    private static final Set<String> IDENTITY = Set.of(".gnu_debuglink", ".gnu_debugaltlink", ".comment");

    public ElfSections {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /// Reads the buffer from its position to its limit and leaves both alone. Sections that lie in one another are [MalformedElf]: each
    /// byte of a file is read twice at most.
    public static ElfSections of(ByteBuffer bytes) throws MalformedElf {
        ElfBytes file = ElfHeader.open(bytes, ElfLimits.USUAL);
        ElfHeader header = ElfHeader.read(file);
        List<SectionHeader> all = SectionHeader.readAll(file, header);
        SortedMap<String, Digest> digests = new TreeMap<>();
        Map<String, Integer> seen = new HashMap<>();
        if (header.sectionNames() >= all.size() || all.size() > MOST) {
            return new ElfSections(digests);
        }
        SectionHeader names = all.get(header.sectionNames());
        long left = 2L * file.length();
        for (SectionHeader one : all) {
            boolean held = one.type() != NO_BITS && one.type() != 0;
            left -= held ? one.sizeBytes() : 0;
            if (left < 0 || one.sizeBytes() < 0) {
                throw new MalformedElf("its sections are larger than the file");
            }
            String name = one.name() < names.sizeBytes() ? file.text(names.offset() + one.name(), names.offset() + Math.min(one.name() + LONGEST_NAME, names.sizeBytes())) : "";
            // The table of names changes with every name; what it says is compared already.
            if (!name.isEmpty() && !one.equals(names)) {
                put(digests, seen, name, digest(file, one, held));
            }
        }
        return new ElfSections(digests);
    }

    /// Whether a section tells only which build this is: notes such as the build id, where debug information is, which compiler.
    public static boolean isIdentity(String name) {
        return IDENTITY.contains(name) || name.startsWith(".note.");
    }

    private static Digest digest(ElfBytes file, SectionHeader one, boolean held) throws MalformedElf {
        MessageDigest sha = Digest.sha256();
        sha.update(ByteBuffer.allocate(16).putLong(one.type()).putLong(one.sizeBytes()).flip());
        if (held) {
            sha.update(file.part(one.offset(), one.sizeBytes()));
        }
        return Digest.finish(sha.digest());
    }

    private static void put(SortedMap<String, Digest> digests, Map<String, Integer> seen, String name, Digest digest) {
        int times = seen.merge(name, 1, Integer::sum);
        digests.put(times == 1 ? name : name + " (" + times + ")", digest);
    }
}
