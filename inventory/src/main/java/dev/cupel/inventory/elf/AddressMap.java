package dev.cupel.inventory.elf;

import java.util.List;

/// Turns addresses, which the dynamic table speaks in, into offsets in the file.
record AddressMap(List<ProgramHeader> loaded) {
    static AddressMap of(List<ProgramHeader> headers) {
        return new AddressMap(
                headers.stream().filter(one -> one.type() == ProgramHeader.LOAD).toList());
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
