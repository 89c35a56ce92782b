package dev.cupel.inventory.elf;

import java.util.ArrayList;
import java.util.List;

/// Turns addresses, which the dynamic table speaks in, into offsets in the file.
record AddressMap(List<ProgramHeader> loaded) {
    static AddressMap of(List<ProgramHeader> headers) {
        return new AddressMap(
                headers.stream().filter(one -> one.type() == ProgramHeader.LOAD).toList());
    }

    /// A piece of the file, from one offset up to another.
    record Piece(long from, long to) {}

    /// What of the file is loaded, to be searched. Segments that lie in one another are a [MalformedElf]: each byte is read twice at most.
    List<Piece> pieces(ElfBytes file) throws MalformedElf {
        List<Piece> pieces = new ArrayList<>();
        long left = 2L * file.length();
        for (ProgramHeader one : loaded) {
            if (one.offset() >= 0 && one.offset() < file.length() && one.fileBytes() > 0) {
                pieces.add(new Piece(one.offset(), one.offset() + Math.min(one.fileBytes(), file.length() - one.offset())));
                left -= pieces.getLast().to() - one.offset();
            }
        }
        if (left < 0) {
            throw new MalformedElf("its segments are larger than the file");
        }
        return pieces;
    }

    long offsetOf(long address) throws MalformedElf {
        for (ProgramHeader segment : loaded) {
            long into = address - segment.address();
            if (Long.compareUnsigned(address, segment.address()) >= 0 && Long.compareUnsigned(into, segment.fileBytes()) < 0) {
                return segment.offset() + into;
            }
        }
        throw new MalformedElf("no segment holds address " + Long.toHexString(address));
    }
}
