package dev.cupel.image.tar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the pieces of a sparse file belong, in all four forms that GNU tar has written. Spec: GNU tar manual, "Storing Sparse
/// Files".
record SparseMap(List<Extent> extents, long realBytes) {
    private static final int PAIR = 24;
    private static final int OLD_IN_HEADER = 4;
    private static final int OLD_IN_BLOCK = 21;

    /// Old GNU form: four pairs in the header, more in blocks behind it.
    static SparseMap old(UstarBlock header, BlockInput in, TarLimits limits) throws IOException, MalformedTar {
        List<Extent> extents = new ArrayList<>();
        addOld(header, 386, OLD_IN_HEADER, extents);
        boolean more = header.bytes()[482] != 0;
        while (more) {
            UstarBlock block = new UstarBlock(in.take(UstarBlock.BYTES));
            addOld(block, 0, OLD_IN_BLOCK, extents);
            more = block.bytes()[504] != 0;
            bound(extents.size(), limits);
        }
        return new SparseMap(extents, header.number(483, 12, "real size"));
    }

    private static void addOld(UstarBlock block, int from, int most, List<Extent> extents) throws MalformedTar {
        for (int i = 0; i < most; i++) {
            int at = from + i * PAIR;
            if (block.bytes()[at] == 0) {
                return;
            }
            extents.add(new Extent(
                    block.number(at, 12, "sparse offset"), block.number(at + 12, 12, "sparse length")));
        }
    }

    /// Whether the content begins with the map (form 1.0).
    static boolean leadsContent(PaxRecords pax) {
        return pax.value("GNU.sparse.major").filter("1"::equals).isPresent()
                && pax.value("GNU.sparse.minor").filter("0"::equals).isPresent();
    }

    /// Forms 0.0 and 0.1: the map is in the extended header. Empty for a file that is not sparse.
    static Optional<SparseMap> inHeader(PaxRecords pax, TarLimits limits) throws MalformedTar {
        List<String> numbers = pax.value("GNU.sparse.map").isPresent()
                ? List.of(pax.value("GNU.sparse.map").orElse("").split(",", -1))
                : pax.sparsePairs();
        boolean counted = pax.value("GNU.sparse.numblocks").isPresent();
        if (numbers.isEmpty() && !counted) {
            return Optional.empty();
        }
        return Optional.of(new SparseMap(pairs(numbers, limits), realSize(pax)));
    }

    /// Form 1.0: decimal lines, the number of pairs first, padded to a block.
    static SparseMap leading(PaxRecords pax, BlockInput in, TarLimits limits) throws IOException, MalformedTar {
        DecimalLines lines = new DecimalLines(in);
        long count = lines.next();
        bound(count, limits);
        List<String> numbers = new ArrayList<>();
        for (long i = 0; i < 2 * count; i++) {
            numbers.add(Long.toString(lines.next()));
        }
        return new SparseMap(pairs(numbers, limits), realSize(pax));
    }

    /// Refuses pieces that overlap, run backwards or beyond the file, or do not add up to what is stored.
    SparseMap checked(long storedBytes, TarLimits limits) throws MalformedTar {
        long at = 0;
        long sum = 0;
        for (Extent extent : extents) {
            if (extent.offset() < at || extent.length() < 0 || extent.offset() > realBytes - extent.length()) {
                throw new MalformedTar("the pieces of a sparse file overlap or lie outside of it");
            }
            at = extent.end();
            sum += extent.length();
        }
        bound(extents.size(), limits);
        if (sum != storedBytes) {
            throw new MalformedTar("the pieces of a sparse file have %d bytes, but %d are stored".formatted(sum, storedBytes));
        }
        return this;
    }

    private static long realSize(PaxRecords pax) throws MalformedTar {
        Optional<Long> real = pax.number("GNU.sparse.realsize");
        return real.isPresent() ? real.get() : pax.number("GNU.sparse.size").orElse(-1L);
    }

    private static List<Extent> pairs(List<String> numbers, TarLimits limits) throws MalformedTar {
        bound(numbers.size() / 2, limits);
        if (numbers.size() % 2 != 0) {
            throw new MalformedTar("the map of a sparse file has an odd number of numbers");
        }
        List<Extent> extents = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += 2) {
            extents.add(new Extent(
                    PaxRecords.decimal(numbers.get(i), "sparse map"), PaxRecords.decimal(numbers.get(i + 1), "sparse map")));
        }
        return extents;
    }

    private static void bound(long extents, TarLimits limits) throws MalformedTar {
        if (extents > limits.extents()) {
            throw new MalformedTar("a sparse file has more than " + limits.extents() + " pieces");
        }
    }

    /// Numbers, each on a line, over as many blocks as it takes.
    private static final class DecimalLines {
        private final BlockInput in;
        private byte[] block = new byte[0];
        private int at;

        DecimalLines(BlockInput in) {
            this.in = in;
        }

        long next() throws IOException, MalformedTar {
            StringBuilder digits = new StringBuilder();
            char one = nextChar();
            while (one != '\n' && digits.length() < 20) {
                digits.append(one);
                one = nextChar();
            }
            return PaxRecords.decimal(digits.toString(), "sparse map");
        }

        private char nextChar() throws IOException, MalformedTar {
            if (at == block.length) {
                block = in.take(UstarBlock.BYTES);
                at = 0;
            }
            return new String(block, at++, 1, StandardCharsets.ISO_8859_1).charAt(0);
        }
    }
}
