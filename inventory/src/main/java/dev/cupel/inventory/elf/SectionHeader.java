package dev.cupel.inventory.elf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One section header (gABI, "Section Header"); its name is an offset in the table of names, offset and size are bytes.
record SectionHeader(long name, long type, long offset, long sizeBytes, long align) {
    static final long NOTE = 7;
    static final long DYNSYM = 11;

    /// All sections; none where the table is missing or lies outside the file, as some packers leave it. The loader does not
    /// look at it either.
    static List<SectionHeader> readAll(ElfBytes file, ElfHeader header) throws MalformedElf {
        int smallest = file.is64() ? 64 : 40;
        long end = header.sectionTable() + (long) header.sections() * header.sectionEntry();
        List<SectionHeader> all = new ArrayList<>();
        if (header.sectionTable() <= 0 || header.sectionEntry() < smallest || end < 0 || end > file.length()) {
            return all;
        }
        for (int i = 0; i < Math.min(header.sections(), file.limits().headers()); i++) {
            all.add(read(file, header.sectionTable() + (long) i * header.sectionEntry()));
        }
        return all;
    }

    /// The first one of a name; empty if there is none, or no table of names.
    static Optional<SectionHeader> named(String name, ElfBytes file, ElfHeader header, List<SectionHeader> all) throws MalformedElf {
        if (header.sectionNames() >= all.size()) {
            return Optional.empty();
        }
        SectionHeader names = all.get(header.sectionNames());
        for (SectionHeader one : all) {
            if (one.name() < names.sizeBytes() && file.text(names.offset() + one.name(), names.offset() + names.sizeBytes()).equals(name)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static SectionHeader read(ElfBytes file, long at) throws MalformedElf {
        return file.is64()
                ? new SectionHeader(file.u32(at), file.u32(at + 4), file.word(at + 24), file.word(at + 32), file.word(at + 48))
                : new SectionHeader(file.u32(at), file.u32(at + 4), file.word(at + 16), file.word(at + 20), file.word(at + 32));
    }
}
