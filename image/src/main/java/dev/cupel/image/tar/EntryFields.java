package dev.cupel.image.tar;

import dev.cupel.image.Quoted;
import java.time.Instant;
import java.util.Optional;

/// One header's fields, each from where it counts: the extended header, GNU's long names, or the header itself.
record EntryFields(
        UstarBlock block, PaxRecords pax, Optional<String> longName, Optional<String> longLink, TarLimits limits) {
    private static final long LARGEST_ID = 0xffff_ffffL;

    TarKind kind() throws MalformedTar {
        return switch (block.flag()) {
            case 0 -> name().endsWith("/") ? TarKind.DIRECTORY : TarKind.FILE;
            case '0', '7', 'S' -> TarKind.FILE;
            case '1' -> TarKind.HARDLINK;
            case '2' -> TarKind.SYMLINK;
            case '3' -> TarKind.CHARACTER_DEVICE;
            case '4' -> TarKind.BLOCK_DEVICE;
            case '5' -> TarKind.DIRECTORY;
            case '6' -> TarKind.FIFO;
            default ->
                throw new MalformedTar("entry %s is of type %s, which no engine unpacks"
                        .formatted(Quoted.of(name()), Quoted.of(String.valueOf(block.flag()))));
        };
    }

    String name() throws MalformedTar {
        Optional<String> written = pax.name("GNU.sparse.name").or(() -> pax.name("path")).or(() -> longName);
        return checked(written.orElseGet(block::name), "name");
    }

    String link(TarKind kind) throws MalformedTar {
        if (kind != TarKind.SYMLINK && kind != TarKind.HARDLINK) {
            return "";
        }
        return checked(pax.name("linkpath").or(() -> longLink).orElseGet(block::link), "link target");
    }

    long storedSize() throws MalformedTar {
        Optional<Long> written = pax.number("size");
        long size = written.isPresent() ? written.get() : block.size();
        if (size < 0 || size > 1L << 52) {
            throw new MalformedTar("entry " + Quoted.of(name()) + " has the size " + size);
        }
        return size;
    }

    long uid() throws MalformedTar {
        Optional<Long> written = pax.number("uid");
        return id(written.isPresent() ? written.get() : block.uid(), "owner");
    }

    long gid() throws MalformedTar {
        Optional<Long> written = pax.number("gid");
        return id(written.isPresent() ? written.get() : block.gid(), "group");
    }

    Instant modified() throws MalformedTar {
        Optional<Instant> written = pax.time("mtime");
        if (written.isPresent()) {
            return written.get();
        }
        long seconds = block.time();
        if (Math.abs(seconds) > 1L << 46) {
            throw new MalformedTar("entry " + Quoted.of(name()) + " has the time " + seconds);
        }
        return Instant.ofEpochSecond(seconds);
    }

    private long id(long id, String what) throws MalformedTar {
        if (id < 0 || id > LARGEST_ID) {
            throw new MalformedTar("entry %s has the %s %d, beyond 32 bits".formatted(Quoted.of(name()), what, id));
        }
        return id;
    }

    private String checked(String text, String what) throws MalformedTar {
        if (text.length() > limits.nameBytes() || text.indexOf('\0') >= 0) {
            throw new MalformedTar("the %s %s is longer than %d bytes or holds a NUL"
                    .formatted(what, Quoted.of(text), limits.nameBytes()));
        }
        return text;
    }
}
