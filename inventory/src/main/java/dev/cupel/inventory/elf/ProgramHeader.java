package dev.cupel.inventory.elf;

import java.util.ArrayList;
import java.util.List;

/// One program header (gABI, "Program Header"); offset and sizes are bytes.
record ProgramHeader(long type, long offset, long address, long fileBytes, long align) {
    static final long LOAD = 1;
    static final long DYNAMIC = 2;
    static final long INTERP = 3;
    static final long NOTE = 4;

    static List<ProgramHeader> readAll(ElfBytes file, ElfHeader header) throws MalformedElf {
        int smallest = file.is64() ? 56 : 32;
        if (header.programs() > file.limits().headers() || (header.programs() > 0 && header.programEntry() < smallest)) {
            throw new MalformedElf("%d program headers of %d bytes".formatted(header.programs(), header.programEntry()));
        }
        List<ProgramHeader> all = new ArrayList<>();
        for (int i = 0; i < header.programs(); i++) {
            all.add(read(file, header.programTable() + (long) i * header.programEntry()));
        }
        return all;
    }

    private static ProgramHeader read(ElfBytes file, long at) throws MalformedElf {
        return file.is64()
                ? new ProgramHeader(file.u32(at), file.word(at + 8), file.word(at + 16), file.word(at + 32), file.word(at + 48))
                : new ProgramHeader(file.u32(at), file.word(at + 4), file.word(at + 8), file.word(at + 16), file.word(at + 28));
    }
}
