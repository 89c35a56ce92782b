package dev.cupel.inventory.elf;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads an ELF file of any class, byte order and machine.
public final class ElfReader {
    private static final int PROGRAM = 2; // ET_EXEC
    private static final int SHARED = 3; // ET_DYN
    private static final long PIE = 0x0800_0000L; // DF_1_PIE
    private final ElfLimits limits;

    public ElfReader(ElfLimits limits) {
        this.limits = limits;
    }

    public ElfReader() {
        this(ElfLimits.USUAL);
    }

    /// Whether these first bytes (20 are enough) begin an ELF file.
    public static boolean looksLikeElf(byte[] head) {
        return ElfHeader.looksLike(ByteBuffer.wrap(head));
    }

    /// Reads from the buffer's position to its limit and leaves both alone.
    public ElfFile read(ByteBuffer bytes) throws MalformedElf {
        ElfBytes file = ElfHeader.open(bytes, limits);
        ElfHeader header = ElfHeader.read(file);
        List<ProgramHeader> segments = ProgramHeader.readAll(file, header);
        AddressMap addresses = AddressMap.of(segments);
        DynamicTable table = DynamicTable.read(file, segments, addresses);
        List<SectionHeader> sections = SectionHeader.readAll(file, header);
        ElfNotes notes = ElfNotes.read(file, segments, sections);
        Optional<String> interpreter = interpreter(file, segments);
        return new ElfFile(
                header.target(),
                kind(header.type(), interpreter.isPresent(), table),
                interpreter,
                table.texts(DynamicTable.SONAME).stream().findFirst(),
                table.texts(DynamicTable.NEEDED, DynamicTable.AUXILIARY, DynamicTable.FILTER),
                directories(table.texts(DynamicTable.RPATH)),
                directories(table.texts(DynamicTable.RUNPATH)),
                DynamicSymbols.imports(file, sections, table, addresses),
                notes.dlopen(),
                notes.buildId(),
                notes.madeByGo());
    }

    private static ElfKind kind(int type, boolean hasInterpreter, DynamicTable table) {
        return switch (type) {
            case PROGRAM -> ElfKind.PROGRAM;
            case SHARED ->
                hasInterpreter || (table.value(DynamicTable.FLAGS_1).orElse(0) & PIE) != 0
                        ? ElfKind.PIE_PROGRAM
                        : ElfKind.LIBRARY;
            default -> ElfKind.OTHER;
        };
    }

    private static Optional<String> interpreter(ElfBytes file, List<ProgramHeader> segments) throws MalformedElf {
        for (ProgramHeader segment : segments) {
            if (segment.type() == ProgramHeader.INTERP) {
                return Optional.of(file.text(segment.offset(), segment.offset() + segment.fileBytes()));
            }
        }
        return Optional.empty();
    }

    private static List<String> directories(List<String> paths) {
        return paths.stream()
                .flatMap(path -> Arrays.stream(path.split(":")))
                .filter(directory -> !directory.isEmpty())
                .toList();
    }
}
