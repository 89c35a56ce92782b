package dev.cupel.inventory.elf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What Go's linker writes into each program (Go's src/debug/buildinfo/buildinfo.go, src/runtime/debug/mod.go).
///
/// @param go version of Go, such as `go1.22.3`
/// @param path import path of the main package
/// @param main its module; empty for a program built outside of one
/// @param modules those it was built with, what replaces them in their place
/// @param settings such as `vcs.revision`, `-ldflags`, `GOARCH`
public record GoBuildInfo(String go, String path, Optional<Module> main, List<Module> modules, SortedMap<String, String> settings) {
    private static final byte[] MAGIC = "\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ALIGNMENT = 16;
    private static final int HEADER_BYTES = 32;
    private static final int INLINE = 2;
    private static final int FRAME_BYTES = 16;
    private static final int MOST_BYTES = 16 << 20;

    /// One module; the version is `(devel)` where it was built from its own sources.
    ///
    /// @param importedAs how the paths of its packages begin: with that of the module that it replaces
    public record Module(String path, String version, String importedAs) {}

    public GoBuildInfo {
        modules = List.copyOf(modules);
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /// Looks for it where Go's own tools do: at aligned places of the segments that are loaded.
    static Optional<GoBuildInfo> find(ElfBytes file, List<ProgramHeader> segments) throws MalformedElf {
        AddressMap addresses = AddressMap.of(segments);
        for (AddressMap.Piece piece : addresses.pieces(file)) {
            for (long at = piece.from(); at <= piece.to() - HEADER_BYTES; at += ALIGNMENT) {
                if (file.file().get((int) at) == MAGIC[0] && matches(file.file(), (int) at)) {
                    return Optional.of(read(file, at, addresses));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean matches(ByteBuffer file, int at) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (file.get(at + i) != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private static GoBuildInfo read(ElfBytes file, long at, AddressMap addresses) throws MalformedElf {
        if ((file.u8(at + 15) & INLINE) != 0) {
            Text go = inline(file, at + HEADER_BYTES);
            return parse(go.text, inline(file, go.end).text);
        }
        int pointer = file.u8(at + 14);
        if (pointer != (file.is64() ? 8 : 4)) {
            throw new MalformedElf("build information of Go with pointers of %d bytes".formatted(pointer));
        }
        return parse(pointed(file, file.word(at + 16), addresses), pointed(file, file.word(at + 16 + pointer), addresses));
    }

    private record Text(String text, long end) {}

    private static Text inline(ElfBytes file, long at) throws MalformedElf {
        long length = 0;
        long data = at;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = file.u8(data++);
            length |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                break;
            }
        }
        return new Text(new String(file.bytes(data, within(length)), StandardCharsets.ISO_8859_1), data + length);
    }

    private static String pointed(ElfBytes file, long header, AddressMap addresses) throws MalformedElf {
        long at = addresses.offsetOf(header);
        long text = file.word(at);
        long length = file.word(at + (file.is64() ? 8 : 4));
        return length == 0 ? "" : new String(file.bytes(addresses.offsetOf(text), within(length)), StandardCharsets.ISO_8859_1);
    }

    private static long within(long length) throws MalformedElf {
        if (length < 0 || length > MOST_BYTES) {
            throw new MalformedElf("build information of Go with a text of %d bytes".formatted(length));
        }
        return length;
    }

    /// The lines of `go version -m`, between two frames of 16 bytes.
    static GoBuildInfo parse(String go, String framed) {
        String lines = framed.length() >= 2 * FRAME_BYTES ? framed.substring(FRAME_BYTES, framed.length() - FRAME_BYTES) : "";
        String path = "";
        Optional<Module> main = Optional.empty();
        List<Module> modules = new ArrayList<>();
        SortedMap<String, String> settings = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            String[] parts = line.split("\t", -1);
            String first = parts.length > 1 ? parts[1] : "";
            String second = parts.length > 2 ? parts[2] : "";
            switch (parts[0]) {
                case "path" -> path = first;
                case "mod" -> main = Optional.of(new Module(first, second, first));
                case "dep" -> modules.add(new Module(first, second, first));
                case "=>" -> {
                    if (!modules.isEmpty()) {
                        modules.set(modules.size() - 1, new Module(first, second, modules.getLast().importedAs()));
                    }
                }
                case "build" -> {
                    int equals = first.indexOf('=');
                    if (equals > 0) {
                        settings.put(first.substring(0, equals), first.substring(equals + 1));
                    }
                }
                default -> {}
            }
        }
        return new GoBuildInfo(go.strip().split(" ", -1)[0], path, main, modules, settings);
    }
}
