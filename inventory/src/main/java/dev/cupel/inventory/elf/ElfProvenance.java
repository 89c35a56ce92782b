package dev.cupel.inventory.elf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a program says about its own making, without a look at its symbols.
///
/// @param go what Go's linker wrote down
/// @param cargo the dependencies that cargo-auditable wrote down, packed with zlib (section `.dep-v0`)
/// @param packageNote JSON of the package it belongs to (UAPI Group, "Package Metadata for Executable Files")
public record ElfProvenance(Optional<GoBuildInfo> go, Optional<ByteBuffer> cargo, Optional<ByteBuffer> packageNote) {

    public static ElfProvenance read(ByteBuffer bytes) throws MalformedElf {
        ElfBytes file = ElfHeader.open(bytes, ElfLimits.USUAL);
        ElfHeader header = ElfHeader.read(file);
        List<ProgramHeader> segments = ProgramHeader.readAll(file, header);
        List<SectionHeader> sections = SectionHeader.readAll(file, header);
        return new ElfProvenance(
                GoBuildInfo.find(file, segments),
                section(file, header, sections, ".dep-v0"),
                notes(file, segments, sections).packageNote().map(note -> ByteBuffer.wrap(note).asReadOnlyBuffer()));
    }

    /// Broken notes do not matter here: much else can be told of such a file.
    private static ElfNotes notes(ElfBytes file, List<ProgramHeader> segments, List<SectionHeader> sections) {
        try {
            return ElfNotes.read(file, segments, sections);
        } catch (MalformedElf e) {
            return new ElfNotes(new ArrayList<>());
        }
    }

    private static Optional<ByteBuffer> section(ElfBytes file, ElfHeader header, List<SectionHeader> all, String name) throws MalformedElf {
        Optional<SectionHeader> found = SectionHeader.named(name, file, header, all);
        return found.isEmpty() ? Optional.empty() : Optional.of(ByteBuffer.wrap(file.bytes(found.get().offset(), found.get().sizeBytes())).asReadOnlyBuffer());
    }
}
