package dev.cupel.inventory.elf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// The dynamic table (gABI, "Dynamic Section"): tags and values, and the strings that some of the values point to.
record DynamicTable(ElfBytes file, List<Item> items, long stringsAt, long stringsEnd) {
    static final long NEEDED = 1;
    static final long SYMTAB = 6;
    static final long SONAME = 14;
    static final long RPATH = 15;
    static final long RUNPATH = 29;
    static final long FLAGS_1 = 0x6fff_fffbL;
    static final long AUXILIARY = 0x7fff_fffdL;
    static final long FILTER = 0x7fff_ffffL;
    private static final long STRTAB = 5;
    private static final long STRSZ = 10;

    record Item(long tag, long value) {}

    /// The table of a file; one without entries where the file has none.
    static DynamicTable read(ElfBytes file, List<ProgramHeader> headers, AddressMap addresses) throws MalformedElf {
        List<Item> items = new ArrayList<>();
        for (ProgramHeader header : headers) {
            if (header.type() == ProgramHeader.DYNAMIC) {
                addItems(file, header, items);
            }
        }
        DynamicTable bare = new DynamicTable(file, List.copyOf(items), 0, 0);
        OptionalLong strings = bare.value(STRTAB);
        if (strings.isEmpty()) {
            return bare;
        }
        long at = addresses.offsetOf(strings.getAsLong());
        return new DynamicTable(file, bare.items, at, at + bare.value(STRSZ).orElse(0));
    }

    OptionalLong value(long tag) {
        return items.stream().filter(item -> item.tag == tag).mapToLong(Item::value).findFirst();
    }

    /// The strings of all entries with one of these tags, in order.
    List<String> texts(Long... tags) throws MalformedElf {
        List<String> found = new ArrayList<>();
        for (Item item : items) {
            if (Arrays.asList(tags).contains(item.tag)) {
                found.add(text(item.value));
            }
        }
        return found;
    }

    /// The string at this offset of the string table.
    String text(long offset) throws MalformedElf {
        return file.text(stringsAt + offset, stringsEnd);
    }

    private static void addItems(ElfBytes file, ProgramHeader header, List<Item> items) throws MalformedElf {
        int width = file.is64() ? 8 : 4;
        for (long at = header.offset(); at < header.offset() + header.fileBytes(); at += 2L * width) {
            long tag = file.word(at);
            if (tag == 0) {
                return;
            }
            if (items.size() >= file.limits().dynamicEntries()) {
                throw new MalformedElf("the dynamic table has more than %d entries".formatted(items.size()));
            }
            items.add(new Item(tag, file.word(at + width)));
        }
    }
}
