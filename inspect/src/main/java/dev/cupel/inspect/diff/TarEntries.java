package dev.cupel.inspect.diff;

import dev.cupel.image.Digest;
import dev.cupel.image.compression.Compression;
import dev.cupel.image.compression.ExpansionLimit;
import dev.cupel.image.tar.MalformedTar;
import dev.cupel.image.tar.TarEntry;
import dev.cupel.image.tar.TarLimits;
import dev.cupel.image.tar.TarReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The entries of a tar archive, plain, gzip or zstd, each by a digest of all but its time.
final class TarEntries {
    private static final TarLimits LIMITS = new TarLimits(200_000, 4096, 1 << 16, 10_000, 1L << 30);
    private static final ExpansionLimit EXPANSION = new ExpansionLimit(256L << 20, 200, 2L << 30);

    private TarEntries() {}

    static SortedMap<String, Digest> of(ByteBuffer file) throws UnreadableArchive {
        SortedMap<String, Digest> entries = new TreeMap<>();
        byte[] bytes = new byte[file.remaining()];
        file.duplicate().get(bytes);
        try (InputStream in = Compression.expand(new ByteArrayInputStream(bytes), EXPANSION)) {
            TarReader tar = new TarReader(in, LIMITS);
            for (Optional<TarEntry> one = tar.next(); one.isPresent(); one = tar.next()) {
                entries.put(one.get().name(), digest(one.get(), tar));
            }
            return entries;
        } catch (IOException | MalformedTar e) {
            throw new UnreadableArchive(String.valueOf(e.getMessage()), e);
        }
    }

    private static Digest digest(TarEntry entry, TarReader tar) throws IOException {
        MessageDigest sha = Digest.sha256();
        String head = "%s %d %d %d %s %d %s\n".formatted(entry.kind(), entry.mode(), entry.uid(), entry.gid(), entry.link(), entry.device(), entry.xattrs());
        sha.update(head.getBytes(StandardCharsets.UTF_8));
        byte[] part = new byte[1 << 16];
        InputStream content = tar.content();
        for (int read = content.read(part); read >= 0; read = content.read(part)) {
            sha.update(part, 0, read);
        }
        return Digest.finish(sha.digest());
    }
}
