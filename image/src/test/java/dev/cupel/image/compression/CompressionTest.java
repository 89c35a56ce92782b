package dev.cupel.image.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    private static final byte[] TEXT = "what a layer holds, again and again; ".repeat(5000).getBytes(StandardCharsets.UTF_8);

    @Test
    void all_members_of_a_gzip_stream_are_read() throws IOException {
        byte[] two = join(gzip(TEXT), gzip(new byte[0]), gzip("end".getBytes(StandardCharsets.UTF_8)));

        assertThat(expand(two)).isEqualTo(join(TEXT, "end".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void members_with_every_header_field_are_read() throws IOException {
        byte[] plain = gzip(TEXT);
        byte[] header = {0x1f, (byte) 0x8b, 8, 2 + 4 + 8 + 16, 1, 2, 3, 4, 0, 3, 2, 0, 'e', 'x', 'n', 0, 'c', 0, 9, 9};

        assertThat(expand(join(header, Arrays.copyOfRange(plain, 10, plain.length)))).isEqualTo(TEXT);
    }

    @Test
    void skippable_frames_and_several_frames_of_zstd_are_read() throws IOException {
        byte[] skippable = {0x5e, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 'x', 'y', 'z'};

        assertThat(expand(join(skippable, Zstd.compress(TEXT), skippable, Zstd.compress(TEXT)))).isEqualTo(join(TEXT, TEXT));
    }

    @Test
    void plain_bytes_come_as_they_are() throws IOException {
        assertThat(expand(TEXT)).isEqualTo(TEXT);
        assertThat(expand(new byte[0])).isEmpty();
    }

    @Test
    void damage_and_a_missing_end_are_told() throws IOException {
        for (byte[] whole : new byte[][] {gzip(TEXT), zstd(TEXT)}) {
            byte[] damaged = whole.clone();
            damaged[whole.length / 2] ^= 0x55;

            assertThatThrownBy(() -> expand(damaged)).isInstanceOf(DamagedStream.class);
            assertThatThrownBy(() -> expand(Arrays.copyOf(whole, whole.length - 5))).isInstanceOf(DamagedStream.class);
        }
        assertThatThrownBy(() -> expand(join(gzip(TEXT), TEXT))).hasMessageContaining("not gzip follows");
        byte[] wrongSum = gzip(TEXT);
        wrongSum[wrongSum.length - 8] ^= 1;
        assertThatThrownBy(() -> expand(wrongSum)).hasMessageContaining("checksum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BZh91AY", "\u00fd7zXZ\u0000"})
    void what_no_engine_unpacks_is_refused_by_name(String head) {
        assertThatThrownBy(() -> expand(head.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(DamagedStream.class)
                .hasMessageContaining("only plain, gzip and zstd");
    }

    @Test
    void a_bomb_is_stopped_long_before_it_fills_anything() throws IOException {
        byte[] bomb = gzip(new byte[64 << 20]);
        ExpansionLimit limit = new ExpansionLimit(1 << 20, 100, 1L << 40);

        InputStream in = Compression.expand(new ByteArrayInputStream(bomb), limit);

        assertThatThrownBy(() -> in.transferTo(OutputStream.nullOutputStream()))
                .isInstanceOf(DamagedStream.class)
                .hasMessageContaining("a bomb, not a layer");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_500_000})
    void what_is_written_in_parallel_is_one_member_that_everybody_reads(int size) throws Exception {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        Arrays.fill(content, size / 3, size / 2, (byte) 'a');

        byte[] packed = parallel(content, 3);

        assertThat(parallel(content, 1)).isEqualTo(packed);
        assertThat(expand(packed)).isEqualTo(content);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes()).isEqualTo(content);
        assertThat(gunzip(packed)).isEqualTo(content);
    }

    @Test
    void what_is_written_as_zstd_comes_back() throws IOException {
        assertThat(expand(zstd(TEXT))).isEqualTo(TEXT);
    }

    @FuzzTest
    void no_bytes_bring_anything_but_a_damaged_stream(byte[] bytes) throws IOException {
        try (InputStream in = Compression.expand(new ByteArrayInputStream(bytes), new ExpansionLimit(1 << 16, 100, 1 << 20))) {
            assertThat(in.transferTo(OutputStream.nullOutputStream())).isNotNegative();
        } catch (DamagedStream e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    private static byte[] parallel(byte[] content, int threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ParallelGzip(6, threads).compress(new ByteArrayInputStream(content), out);
        return out.toByteArray();
    }

    private static byte[] zstd(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ZstdWriter(3).compress(new ByteArrayInputStream(content), out);
        return out.toByteArray();
    }

    private static byte[] expand(byte[] bytes) throws IOException {
        try (InputStream in = Compression.expand(new ByteArrayInputStream(bytes), ExpansionLimit.standard())) {
            return in.readAllBytes();
        }
    }

    private static byte[] gunzip(byte[] packed) throws Exception {
        Process gunzip = new ProcessBuilder("gzip", "-dc").start();
        Thread feeder = Thread.ofVirtual().start(() -> {
            try (OutputStream in = gunzip.getOutputStream()) {
                in.write(packed);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        byte[] content = gunzip.getInputStream().readAllBytes();
        feeder.join();
        assertThat(gunzip.waitFor()).isZero();
        return content;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
