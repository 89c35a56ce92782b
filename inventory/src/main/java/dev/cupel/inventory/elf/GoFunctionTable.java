package dev.cupel.inventory.elf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The table that Go's runtime names the functions of a stack trace by; the linker puts it into each program, stripped ones too (Go's
/// src/runtime/symtab.go, `pcHeader`; src/debug/gosym/pclntab.go).
///
/// @param start offset of its header
/// @param names of what is called, where they stand together (from Go 1.16 on); those of functions that the compiler only put into their
///     callers are among them
record GoFunctionTable(ElfBytes file, long start, Optional<Names> names) {
    private static final long GO_1_2 = 0xffff_fffbL;
    private static final long GO_1_16 = 0xffff_fffaL;
    private static final long GO_1_18 = 0xffff_fff0L;
    private static final long GO_1_20 = 0xffff_fff1L; // and later ones
    private static final List<String> SECTIONS = List.of(".gopclntab", ".data.rel.ro.gopclntab");
    private static final int HEADER = 8;
    private static final int WORD = 4; // no table is aligned to less

    /// Programs of 100 MB have some ten.
    private static final long MOST_NAME_BYTES = 128L << 20;

    private static final int LONGEST_NAME = 4096;
    private static final int MOST_TABLES = 8;

    /// Where they stand in the file, each with a zero byte behind it.
    record Names(long from, long to) {}

    /// The table of a program; all that look like one where no section tells which it is: programs that lie in this one have theirs.
    static List<GoFunctionTable> find(ElfBytes file, ElfHeader header, List<ProgramHeader> segments) throws MalformedElf {
        List<SectionHeader> sections = SectionHeader.readAll(file, header);
        for (String name : SECTIONS) {
            Optional<GoFunctionTable> table = SectionHeader.named(name, file, header, sections).flatMap(one -> at(one.offset(), file));
            if (table.isPresent()) {
                return List.of(table.get());
            }
        }
        List<GoFunctionTable> found = new ArrayList<>();
        for (AddressMap.Piece piece : AddressMap.of(segments).pieces(file)) {
            for (long at = (piece.from() + WORD - 1) / WORD * WORD; at <= piece.to() - HEADER && found.size() < MOST_TABLES; at += WORD) {
                if (file.u32(at) >= GO_1_18) { // the least of them
                    at(at, file).ifPresent(found::add);
                }
            }
        }
        if (found.size() == MOST_TABLES) {
            throw new MalformedElf("too many tables of functions of Go");
        }
        return found;
    }

    private static boolean isMagic(long word) {
        return word == GO_1_2 || word == GO_1_16 || word == GO_1_18 || word == GO_1_20;
    }

    /// The table that begins there; empty if none can.
    static Optional<GoFunctionTable> at(long start, ElfBytes file) {
        try {
            int width = file.is64() ? 8 : 4;
            long magic = file.u32(start);
            int quantum = file.u8(start + 6);
            if (!isMagic(magic) || file.u16(start + 4) != 0 || file.u8(start + 7) != width || (quantum != 1 && quantum != 2 && quantum != 4) || file.word(start + HEADER) <= 0) {
                return Optional.empty();
            }
            if (magic == GO_1_2) {
                return Optional.of(new GoFunctionTable(file, start, Optional.empty()));
            }
            long place = start + HEADER + (magic == GO_1_16 ? 2L : 3L) * width;
            long from = file.word(place);
            long to = file.word(place + width); // of what follows the names
            boolean plausible = from > HEADER && to > from && to - from <= MOST_NAME_BYTES && to <= file.length() - start;
            return plausible ? Optional.of(new GoFunctionTable(file, start, Optional.of(new Names(start + from, start + to)))) : Optional.empty();
        } catch (MalformedElf e) {
            return Optional.empty();
        }
    }

    /// Whether a function without a name in it is not in the program: up to Go 1.15 those that the compiler put into their callers have
    /// names that nothing in the table leads to.
    boolean isWhole() {
        return names.isPresent();
    }

    /// Tells each name once or more.
    void forEach(Consumer<String> use) throws MalformedElf {
        if (names.isPresent()) {
            together(names.get(), use);
        } else {
            scattered(use);
        }
    }

    private void together(Names names, Consumer<String> use) throws MalformedElf {
        byte[] all = file.bytes(names.from(), names.to() - names.from());
        int begin = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == 0) {
                if (at > begin && at - begin <= LONGEST_NAME) {
                    use.accept(new String(all, begin, at - begin, StandardCharsets.UTF_8));
                }
                begin = at + 1;
            }
        }
    }

    /// Pairs of an address and the offset of a record, which has the offset of the name behind its own address.
    private void scattered(Consumer<String> use) throws MalformedElf {
        int width = file.is64() ? 8 : 4;
        long functions = file.word(start + HEADER);
        long budget = MOST_NAME_BYTES;
        for (long i = 0; i < functions; i++) {
            long record = start + file.word(start + HEADER + width + i * 2 * width + width);
            long name = start + (int) file.u32(record + width);
            String text = file.text(name, name + LONGEST_NAME);
            use.accept(text);
            budget -= text.length() + 2L * width;
            if (budget < 0) {
                throw new MalformedElf("the names of its functions of Go are too long");
            }
        }
    }
}
