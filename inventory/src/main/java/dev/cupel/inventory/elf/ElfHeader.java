package dev.cupel.inventory.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The file header (gABI, "ELF Header"): where the two tables of headers lie.
record ElfHeader(
        ElfTarget target,
        int type,
        long programTable,
        int programEntry,
        int programs,
        long sectionTable,
        int sectionEntry,
        int sections,
        int sectionNames) {
    private static final int EXTENDED_COUNT = 0xffff; // PN_XNUM: the true count stands in section 0

    static boolean looksLike(ByteBuffer file) {
        int at = file.position();
        return file.remaining() >= 20
                && file.get(at) == 0x7f
                && file.get(at + 1) == 'E'
                && file.get(at + 2) == 'L'
                && file.get(at + 3) == 'F';
    }

    static ElfBytes open(ByteBuffer file, ElfLimits limits) throws MalformedElf {
        if (!looksLike(file)) {
            throw new MalformedElf("the first bytes are not those of an ELF file");
        }
        int bits = file.get(file.position() + 4); // EI_CLASS
        int order = file.get(file.position() + 5); // EI_DATA
        if (bits < 1 || bits > 2 || order < 1 || order > 2) {
            throw new MalformedElf("unknown class %d or byte order %d".formatted(bits, order));
        }
        return ElfBytes.of(file, bits == 2, order == 2, limits);
    }

    static ElfHeader read(ElfBytes file) throws MalformedElf {
        boolean wide = file.is64();
        boolean bigEndian = file.file().order() == ByteOrder.BIG_ENDIAN;
        ElfTarget target = new ElfTarget(wide ? 64 : 32, bigEndian, file.u16(18));
        long programTable = file.word(wide ? 32 : 28);
        long sectionTable = file.word(wide ? 40 : 32);
        int counts = wide ? 54 : 42; // e_phentsize; the others follow
        int programs = file.u16(counts + 2);
        return new ElfHeader(
                target,
                file.u16(16),
                programTable,
                file.u16(counts),
                programs == EXTENDED_COUNT ? 0 : programs,
                sectionTable,
                file.u16(counts + 4),
                file.u16(counts + 6),
                file.u16(counts + 8));
    }
}
