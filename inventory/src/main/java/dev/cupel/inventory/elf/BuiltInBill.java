package dev.cupel.inventory.elf;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The bill of materials that GraalVM's native-image puts into a program (`--enable-sbom`): CycloneDX, packed with gzip, at the
/// dynamic symbol `sbom`, its length in the eight bytes at `sbom_length`.
public final class BuiltInBill {
    private static final int MOST_BYTES = 16 << 20;

    private BuiltInBill() {}

    /// The packed bill; empty where the program has none.
    public static Optional<ByteBuffer> find(ByteBuffer bytes) throws MalformedElf {
        ElfBytes file = ElfHeader.open(bytes, ElfLimits.USUAL);
        ElfHeader header = ElfHeader.read(file);
        List<ProgramHeader> segments = ProgramHeader.readAll(file, header);
        AddressMap addresses = AddressMap.of(segments);
        DynamicTable table = DynamicTable.read(file, segments, addresses);
        Optional<DynamicSymbols> symbols = DynamicSymbols.of(file, SectionHeader.readAll(file, header), table, addresses);
        if (symbols.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong length = symbols.get().addressOf("sbom_length");
        OptionalLong start = length.isEmpty() ? length : symbols.get().addressOf("sbom");
        if (start.isEmpty() || length.isEmpty()) {
            return Optional.empty();
        }
        long size = file.word(addresses.offsetOf(length.getAsLong()));
        if (size < 0 || size > MOST_BYTES) {
            throw new MalformedElf("a bill of materials of %s bytes".formatted(Long.toUnsignedString(size)));
        }
        return Optional.of(ByteBuffer.wrap(file.bytes(addresses.offsetOf(start.getAsLong()), size)).asReadOnlyBuffer());
    }
}
