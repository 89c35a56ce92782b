package dev.cupel.image.tar;

import dev.cupel.image.NameBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads an archive entry by entry. Not for use by several threads.
public final class TarReader {
    private final BlockInput in;
    private final TarLimits limits;
    private int entries;
    private long holeBytes;
    private long nextHeader;
    private Optional<TarEntry> current = Optional.empty();

    public TarReader(InputStream archive, TarLimits limits) {
        this(new BlockInput(archive, 1 << 17), limits);
    }

    /// For whoever reads no contents: little is read ahead of what the stream can skip.
    public static TarReader ofHeaders(InputStream archive, TarLimits limits) {
        return new TarReader(new BlockInput(archive, 1 << 12), limits);
    }

    private TarReader(BlockInput in, TarLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    /// The one entry that these headers make, extension headers first.
    public static TarEntry read(byte[] headers, TarLimits limits) throws MalformedTar {
        try {
            BlockInput in = new BlockInput(new ByteArrayInputStream(headers), UstarBlock.BYTES);
            return new TarReader(in, limits).next().orElseThrow(() -> new MalformedTar("there is no header"));
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be read", e);
        }
    }

    /// The next entry, what is left of the last one's content skipped; empty at the end.
    public Optional<TarEntry> next() throws IOException, MalformedTar {
        in.skipTo(nextHeader);
        current = readEntry();
        return current;
    }

    /// The content of the entry that [#next] gave last, holes filled with zeros.
    public InputStream content() {
        TarEntry entry = current.orElseThrow(() -> new IllegalStateException("there is no entry at hand"));
        List<Extent> pieces = entry.sparse() ? entry.extents() : List.of(new Extent(0, entry.sizeBytes()));
        return new EntryContent(in, pieces, entry.sizeBytes());
    }

    /// Reads what follows the last entry, up to the stream's end.
    public void drain() throws IOException {
        in.drain();
    }

    /// How many bytes of the archive were read.
    public long position() {
        return in.position();
    }

    private Optional<TarEntry> readEntry() throws IOException, MalformedTar {
        HeaderChain chain = new HeaderChain(in.position());
        while (true) {
            byte[] bytes = in.nextBlock();
            UstarBlock block = new UstarBlock(bytes == null ? new byte[UstarBlock.BYTES] : bytes);
            if (block.isZero()) {
                requireEnd(bytes == null, chain);
                return Optional.empty();
            }
            if (!block.hasRightChecksum()) {
                throw new MalformedTar("no tar header is at byte " + (in.position() - UstarBlock.BYTES));
            }
            switch (block.flag()) {
                case 'x', 'X' -> chain.pax = PaxRecords.read(extension(block));
                case 'L' -> chain.longName = Optional.of(text(extension(block)));
                case 'K' -> chain.longLink = Optional.of(text(extension(block)));
                case 'g' -> {
                    extension(block);
                    chain.start = chain.isEmpty() ? in.position() : chain.start;
                }
                default -> {
                    return Optional.of(entry(block, chain));
                }
            }
        }
    }

    /// Two blocks of zeros end an archive, or nothing at all; one alone is how a damaged one looks.
    private void requireEnd(boolean streamEnded, HeaderChain chain) throws IOException, MalformedTar {
        if (!chain.isEmpty()) {
            throw in.cutOff();
        }
        byte[] second = streamEnded ? null : in.nextBlock();
        if (second != null && !new UstarBlock(second).isZero()) {
            throw new MalformedTar("a lone block of zeros is at byte " + (in.position() - 2 * UstarBlock.BYTES));
        }
        nextHeader = in.position();
    }

    private byte[] extension(UstarBlock block) throws IOException, MalformedTar {
        long size = block.size();
        if (size < 0 || size > limits.extensionBytes()) {
            throw new MalformedTar("an extension header of %d bytes is longer than the %d allowed"
                    .formatted(size, limits.extensionBytes()));
        }
        byte[] content = in.take((int) size);
        in.skipTo(padded(in.position()));
        return content;
    }

    private TarEntry entry(UstarBlock block, HeaderChain chain) throws IOException, MalformedTar {
        if (++entries > limits.entries()) {
            throw new MalformedTar("the archive has more than " + limits.entries() + " entries");
        }
        EntryFields fields = new EntryFields(block, chain.pax, chain.longName, chain.longLink, limits);
        TarKind kind = fields.kind();
        long stored = kind == TarKind.FILE ? fields.storedSize() : 0;
        long dataStart = in.position();
        Optional<SparseMap> sparse = kind == TarKind.FILE ? sparse(block, chain.pax, stored) : Optional.empty();
        // The old form's extra blocks belong to the header, the new form's map is part of the stored content.
        long end = padded((block.flag() == 'S' ? in.position() : dataStart) + stored);
        nextHeader = end;
        return new TarEntry(
                fields.name(),
                kind,
                block.mode(),
                fields.uid(),
                fields.gid(),
                sparse.map(SparseMap::realBytes).orElse(stored),
                fields.modified(),
                fields.link(kind),
                kind == TarKind.CHARACTER_DEVICE || kind == TarKind.BLOCK_DEVICE ? block.device() : 0,
                XattrRecords.read(chain.pax),
                sparse.map(SparseMap::extents).orElse(List.of()),
                sparse.isPresent(),
                chain.start,
                in.position(),
                end);
    }

    private Optional<SparseMap> sparse(UstarBlock block, PaxRecords pax, long stored) throws IOException, MalformedTar {
        long before = in.position();
        Optional<SparseMap> map;
        if (block.flag() == 'S') {
            map = Optional.of(SparseMap.old(block, in, limits).checked(stored, limits));
        } else if (SparseMap.leadsContent(pax)) {
            SparseMap leading = SparseMap.leading(pax, in, limits);
            map = Optional.of(leading.checked(stored - (in.position() - before), limits));
        } else {
            map = SparseMap.inHeader(pax, limits);
            if (map.isPresent()) {
                map.get().checked(stored, limits);
            }
        }
        holeBytes += map.map(SparseMap::realBytes).orElse(stored) - stored;
        if (holeBytes > limits.holeBytes()) {
            throw new MalformedTar("the holes of its sparse files are more than " + limits.holeBytes() + " bytes");
        }
        return map;
    }

    private static String text(byte[] content) {
        int end = 0;
        while (end < content.length && content[end] != 0) {
            end++;
        }
        return NameBytes.text(Arrays.copyOf(content, end));
    }

    private static long padded(long at) {
        return (at + UstarBlock.BYTES - 1) / UstarBlock.BYTES * UstarBlock.BYTES;
    }

    /// The extension headers seen so far on the way to an entry.
    private static final class HeaderChain {
        private long start;
        private PaxRecords pax = PaxRecords.none();
        private Optional<String> longName = Optional.empty();
        private Optional<String> longLink = Optional.empty();

        HeaderChain(long start) {
            this.start = start;
        }

        boolean isEmpty() {
            return longName.isEmpty() && longLink.isEmpty() && pax.values().isEmpty() && pax.sparsePairs().isEmpty();
        }
    }
}
