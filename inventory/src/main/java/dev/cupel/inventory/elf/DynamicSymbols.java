package dev.cupel.inventory.elf;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The dynamic symbols that a file takes from elsewhere. Their number stands in the section headers; a file stripped of those
/// still has its strings right behind its symbols, as every linker writes them.
record DynamicSymbols(ElfBytes file, DynamicTable table, long at, long count) {
    static SortedSet<String> imports(ElfBytes file, List<SectionHeader> sections, DynamicTable table, AddressMap addresses)
            throws MalformedElf {
        if (table.value(DynamicTable.SYMTAB).isEmpty()) {
            return new TreeSet<>();
        }
        long symbols = addresses.offsetOf(table.value(DynamicTable.SYMTAB).getAsLong());
        long entry = file.is64() ? 24 : 16;
        long bytes = sections.stream()
                .filter(section -> section.type() == SectionHeader.DYNSYM && section.offset() == symbols)
                .map(SectionHeader::sizeBytes)
                .findFirst()
                .orElse(Math.max(0, table.stringsAt() - symbols));
        if (bytes / entry > file.limits().symbols()) {
            throw new MalformedElf("more than %d dynamic symbols".formatted(file.limits().symbols()));
        }
        return new DynamicSymbols(file, table, symbols, bytes / entry).imports(entry);
    }

    private SortedSet<String> imports(long entry) throws MalformedElf {
        SortedSet<String> names = new TreeSet<>();
        for (long i = 1; i < count; i++) {
            long symbol = at + i * entry;
            boolean undefined = file.u16(symbol + (file.is64() ? 6 : 14)) == 0; // st_shndx is SHN_UNDEF
            long name = file.u32(symbol);
            if (undefined && name != 0) {
                names.add(table.text(name));
            }
        }
        return names;
    }
}
