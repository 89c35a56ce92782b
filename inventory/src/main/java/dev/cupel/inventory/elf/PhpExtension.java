package dev.cupel.inventory.elf;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an extension of PHP says of itself in its module entry (PHP's Zend/zend_modules.h, `struct _zend_module_entry`), which
/// PHP gets from its `get_module()`. No code is run or read: the entry is told by its first fields, which never change.
///
/// @param version as the extension has it; many that come with PHP have PHP's own
/// @param api PHP's module API, such as 20220829 for PHP 8.2
public record PhpExtension(String name, String version, long api) {
    private static final int ENTRY_BYTES = 168; // sizeof(zend_module_entry) where pointers have 64 bits, PHP 7 and 8
    private static final int NAME = 32;
    private static final int VERSION = 88;
    private static final long OLDEST_API = 2015_00_00;
    private static final long NEWEST_API = 2050_00_00;
    private static final int RELATIVE_X86_64 = 8;
    private static final int RELATIVE_AARCH64 = 1027;
    private static final int RELOCATION_BYTES = 24;
    private static final long RELA = 7;
    private static final long RELA_BYTES = 8;
    private static final int LONGEST = 100;

    /// Empty for a library that is none, and for one with 32-bit pointers.
    public static Optional<PhpExtension> find(ByteBuffer bytes) throws MalformedElf {
        ElfBytes file = ElfHeader.open(bytes, ElfLimits.USUAL);
        if (!file.is64()) {
            return Optional.empty();
        }
        List<ProgramHeader> segments = ProgramHeader.readAll(file, ElfHeader.read(file));
        AddressMap addresses = AddressMap.of(segments);
        Map<Long, Long> pointers = pointers(file, DynamicTable.read(file, segments, addresses), addresses);
        for (ProgramHeader segment : addresses.loaded()) {
            long end = Math.min(file.length(), segment.offset() + segment.fileBytes()) - ENTRY_BYTES;
            // Structures with pointers lie at addresses that eight divides.
            for (long at = segment.offset() + (-segment.address() & 7); at >= 0 && at <= end; at += 8) {
                if (file.u16(at) == ENTRY_BYTES && file.u32(at + 4) > OLDEST_API && file.u32(at + 4) < NEWEST_API) {
                    Optional<PhpExtension> one = read(file, at, segment.address() + at - segment.offset(), pointers, addresses);
                    if (one.isPresent()) {
                        return one;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PhpExtension> read(ElfBytes file, long at, long address, Map<Long, Long> pointers, AddressMap addresses) throws MalformedElf {
        String name = text(file, pointers.getOrDefault(address + NAME, file.word(at + NAME)), addresses);
        String version = text(file, pointers.getOrDefault(address + VERSION, file.word(at + VERSION)), addresses);
        return name.matches("[\\w .+-]{1,80}") ? Optional.of(new PhpExtension(name, version, file.u32(at + 4))) : Optional.empty();
    }

    private static String text(ElfBytes file, long address, AddressMap addresses) throws MalformedElf {
        if (address == 0) {
            return "";
        }
        long at = addresses.offsetOf(address);
        StringBuilder text = new StringBuilder();
        for (int c = file.u8(at); c != 0 && text.length() < LONGEST; c = file.u8(at + text.length())) {
            text.append((char) c);
        }
        return text.toString();
    }

    /// Where the loader writes which address. Files without such a table (DT_RELR) have the addresses in place.
    private static Map<Long, Long> pointers(ElfBytes file, DynamicTable table, AddressMap addresses) throws MalformedElf {
        Map<Long, Long> found = new HashMap<>();
        if (table.value(RELA).isEmpty()) {
            return found;
        }
        long at = addresses.offsetOf(table.value(RELA).getAsLong());
        long count = table.value(RELA_BYTES).orElse(0) / RELOCATION_BYTES;
        if (count > file.limits().symbols()) {
            throw new MalformedElf("%d relocations".formatted(count));
        }
        for (long i = 0; i < count; i++) {
            long type = file.u32(at + i * RELOCATION_BYTES + 8);
            if (type == RELATIVE_X86_64 || type == RELATIVE_AARCH64) {
                found.put(file.word(at + i * RELOCATION_BYTES), file.word(at + i * RELOCATION_BYTES + 16));
            }
        }
        return found;
    }
}
