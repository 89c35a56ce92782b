package dev.cupel.inventory.elf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/// The dynamic symbols of a file. Their number stands in the section headers; a file stripped of those
/// still has its strings right behind its symbols, as every linker writes them.
record DynamicSymbols(ElfBytes file, DynamicTable table, long at, long count) {
    /// Names of those that come from elsewhere.
    static SortedSet<String> imports(ElfBytes file, List<SectionHeader> sections, DynamicTable table, AddressMap addresses)
            throws MalformedElf {
        Optional<DynamicSymbols> symbols = of(file, sections, table, addresses);
        return symbols.isPresent() ? symbols.get().imports() : new TreeSet<>();
    }

    /// Empty for a file without any.
    static Optional<DynamicSymbols> of(ElfBytes file, List<SectionHeader> sections, DynamicTable table, AddressMap addresses)
            throws MalformedElf {
        if (table.value(DynamicTable.SYMTAB).isEmpty()) {
            return Optional.empty();
        }
        long symbols = addresses.offsetOf(table.value(DynamicTable.SYMTAB).getAsLong());
        long entry = entryBytes(file);
        long bytes = sections.stream()
                .filter(section -> section.type() == SectionHeader.DYNSYM && section.offset() == symbols)
                .map(SectionHeader::sizeBytes)
                .findFirst()
                .orElse(Math.max(0, table.stringsAt() - symbols));
        if (bytes / entry > file.limits().symbols()) {
            throw new MalformedElf("more than %d dynamic symbols".formatted(file.limits().symbols()));
        }
        return Optional.of(new DynamicSymbols(file, table, symbols, bytes / entry));
    }

    /// The address of what the file itself has under a name.
    OptionalLong addressOf(String name) throws MalformedElf {
        byte[] wanted = (name + "\0").getBytes(StandardCharsets.US_ASCII);
        for (long i = 1; i < count; i++) {
            long symbol = at + i * entryBytes(file);
            long text = table.stringsAt() + file.u32(symbol);
            if (isDefined(symbol) && starts(text, wanted)) {
                return OptionalLong.of(file.word(symbol + (file.is64() ? 8 : 4))); // st_value
            }
        }
        return OptionalLong.empty();
    }

    /// Without a string for each of a program's ten thousand names.
    private boolean starts(long text, byte[] wanted) throws MalformedElf {
        for (int i = 0; i < wanted.length; i++) {
            if (file.u8(text + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isDefined(long symbol) throws MalformedElf {
        return file.u16(symbol + (file.is64() ? 6 : 14)) != 0; // st_shndx is not SHN_UNDEF
    }

    private static long entryBytes(ElfBytes file) {
        return file.is64() ? 24 : 16;
    }

    private SortedSet<String> imports() throws MalformedElf {
        SortedSet<String> names = new TreeSet<>();
        for (long i = 1; i < count; i++) {
            long symbol = at + i * entryBytes(file);
            long name = file.u32(symbol);
            if (!isDefined(symbol) && name != 0) {
                names.add(table.text(name));
            }
        }
        return names;
    }
}
