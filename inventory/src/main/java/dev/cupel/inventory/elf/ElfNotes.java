package dev.cupel.inventory.elf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The notes of a file (gABI, "Note Section"). Names and contents are padded to the segment's alignment: 4 bytes, at times 8.
record ElfNotes(List<Note> all) {
    private static final long GNU_BUILD_ID = 3;
    private static final long FDO_PACKAGE = 0xcafe_1a7eL;
    private static final long FDO_DLOPEN = 0x407c_0c0aL;

    /// One note; each char of the content is one byte.
    record Note(String owner, long type, String content) {
        byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /// Notes of segments and of sections: Go's linker puts the build id into a section that no note segment covers.
    static ElfNotes read(ElfBytes file, List<ProgramHeader> segments, List<SectionHeader> sections) throws MalformedElf {
        List<Note> notes = new ArrayList<>();
        for (ProgramHeader one : segments) {
            if (one.type() == ProgramHeader.NOTE) {
                addNotes(file, one.offset(), one.fileBytes(), one.align(), notes);
            }
        }
        for (SectionHeader one : sections) {
            if (one.type() == SectionHeader.NOTE) {
                addNotes(file, one.offset(), one.sizeBytes(), one.align(), notes);
            }
        }
        return new ElfNotes(notes.stream().distinct().toList());
    }

    Optional<String> buildId() {
        return all.stream()
                .filter(note -> note.owner.equals("GNU") && note.type == GNU_BUILD_ID)
                .map(note -> HexFormat.of().formatHex(note.bytes()))
                .findFirst();
    }

    /// What systemd's specification calls package metadata: JSON, if there is any.
    Optional<byte[]> packageNote() {
        return all.stream()
                .filter(note -> note.owner.equals("FDO") && note.type == FDO_PACKAGE)
                .map(Note::bytes)
                .findFirst();
    }

    boolean madeByGo() {
        return all.stream().anyMatch(note -> note.owner.equals("Go"));
    }

    List<DlopenNote> dlopen() throws MalformedElf {
        List<DlopenNote> found = new ArrayList<>();
        for (Note note : all) {
            if (note.owner.equals("FDO") && note.type == FDO_DLOPEN) {
                found.addAll(DlopenJson.read(note.bytes()));
            }
        }
        return found;
    }

    private static void addNotes(ElfBytes file, long start, long size, long alignment, List<Note> notes) throws MalformedElf {
        long align = alignment == 8 ? 8 : 4;
        for (long at = start; at <= start + size - 12; ) {
            long nameBytes = file.u32(at);
            long contentBytes = file.u32(at + 4);
            if (nameBytes > file.limits().noteBytes() || contentBytes > file.limits().noteBytes() || notes.size() >= file.limits().headers()) {
                throw new MalformedElf("a note of %d and %d bytes, or too many".formatted(nameBytes, contentBytes));
            }
            long content = at + padded(12 + nameBytes, align);
            notes.add(new Note(
                    owner(file.bytes(at + 12, nameBytes)), file.u32(at + 8), new String(file.bytes(content, contentBytes), StandardCharsets.ISO_8859_1)));
            at = content + padded(contentBytes, align);
        }
    }

    private static long padded(long size, long align) {
        return (size + align - 1) / align * align;
    }

    private static String owner(byte[] name) {
        int end = 0;
        while (end < name.length && name[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOf(name, end), StandardCharsets.US_ASCII);
    }
}
