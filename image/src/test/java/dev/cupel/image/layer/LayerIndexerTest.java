package dev.cupel.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.compact.DamagedRecord;
import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.tar.MalformedTar;
import dev.cupel.image.tar.TarLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerIndexerTest {
    private static final Digest DIFF_ID = Digest.of(new byte[0]);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            file:../etc/passwd                  | leads out of the image
            file:a/../../etc/passwd             | leads out of the image
            dir:..                              | leads out of the image
            link:h:../outside                   | leads out of the image
            file:d/.wh...                       | deletes ".."
            file:.wh.                           | deletes ""
            file:a file:a/b                     | "/a", which is no directory
            symlink:a:a file:a/b                | which is no directory
            file:.                              | replace the root
            dir:d link:l:d                      | names a directory
            """)
    void a_hostile_or_impossible_layer_is_refused(String entries, String reason) {
        assertThatThrownBy(() -> index(entries)).isInstanceOf(MalformedTar.class).hasMessageContaining(reason);
    }

    @Test
    void names_are_normal_however_they_were_written() throws Exception {
        assertThat(paths(index("dir:./ dir:./a/ file:/a//b file:a/x/../c"))).containsExactly("/", "/a", "/a/b", "/a/c");
    }

    @Test
    void of_two_entries_the_last_counts() throws Exception {
        LayerIndex index = index("file:a:1 dir:d file:d/f:2 file:a:33 file:d:4");

        assertThat(paths(index)).containsExactly("/a", "/d");
        assertThat(index.entries().getFirst().sizeBytes()).isEqualTo(2);
    }

    @Test
    void a_name_goes_through_the_links_of_its_own_layer() throws Exception {
        assertThat(paths(index("dir:usr/lib symlink:lib:usr/lib symlink:up:../../usr file:lib/a file:up/lib/b")))
                .containsExactly("/usr/lib", "/lib", "/up", "/usr/lib/a", "/usr/lib/b");
    }

    @Test
    void a_hard_link_names_the_file_itself() throws Exception {
        LayerIndex index = index("file:a:1 link:b:a link:c:./b");

        assertThat(index.entries().get(2).link()).isEqualTo("/a");
    }

    @Test
    void the_next_name_inherits_a_file_that_is_overwritten() throws Exception {
        LayerIndex index = index("file:a:old link:b:a link:c:a file:a:newer");

        assertThat(index.entries()).satisfiesExactly(
                heir -> {
                    assertThat(heir.path()).hasToString("/b");
                    assertThat(heir.type()).isEqualTo(EntryType.FILE);
                    assertThat(heir.content()).contains(Digest.of("old".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                },
                other -> assertThat(other.link()).isEqualTo("/b"),
                written -> assertThat(written.path()).hasToString("/a"));
    }

    @Test
    void deletions_are_no_entries_and_aufs_notes_are_nothing() throws Exception {
        LayerIndex index = index("dir:d file:d/.wh.x file:d/.wh..wh..opq file:.wh..wh.plnk file:.wh.y");

        assertThat(paths(index)).containsExactly("/d");
        assertThat(index.whiteouts()).extracting(ImagePath::text).containsExactly("/d/x", "/y");
        assertThat(index.opaques()).extracting(ImagePath::text).containsExactly("/d");
    }

    @Test
    void an_archive_that_is_cut_off_is_refused_wherever_it_ends() throws Exception {
        byte[] whole = new TinyTar().entries("dir:d file:d/f:" + "x".repeat(600) + " symlink:s:d").bytes();
        int end = whole.length - 1024;

        for (int length = 1; length < end; length++) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            if (length % 512 == 0 && (length == 512 || length == 2048)) {
                continue; // between two entries nothing shows that more was meant to come
            }
            assertThatThrownBy(() -> index(part)).as("%d bytes", part.length).satisfiesAnyOf(
                    e -> assertThat(e).isInstanceOf(MalformedTar.class),
                    e -> assertThat(e).isInstanceOf(IOException.class));
        }
    }

    @Test
    void limits_hold() {
        TarLimits tiny = new TarLimits(2, 3, 100, 1, 0);

        assertThatThrownBy(() -> new LayerIndexer(tiny).index(stream("file:a file:b file:c"), DIFF_ID))
                .hasMessageContaining("more than 2 entries");
        assertThatThrownBy(() -> new LayerIndexer(tiny).index(stream("file:long"), DIFF_ID))
                .hasMessageContaining("longer than 3 bytes");
    }

    @FuzzTest
    void no_archive_brings_anything_but_malformed_tar(byte[] archive) throws IOException {
        try {
            LayerIndex index = new LayerIndexer(new TarLimits(1000, 1000, 10_000, 100, 1 << 20))
                    .index(new ByteArrayInputStream(archive), DIFF_ID);
            assertThat(LayerIndexFile.read(LayerIndexFile.write(index))).isEqualTo(index);
        } catch (MalformedTar e) {
            assertThat(e).hasMessageMatching("(?s).+");
        } catch (DamagedRecord e) {
            throw new AssertionError("what was written cannot be read", e);
        }
    }

    @FuzzTest
    void no_index_file_brings_anything_but_malformed_index(byte[] file) {
        try {
            LayerIndex index = LayerIndexFile.readUnchecked(file);
            assertThat(LayerIndexFile.read(LayerIndexFile.write(index))).isEqualTo(index);
        } catch (DamagedRecord e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    private static List<String> paths(LayerIndex index) {
        return index.entries().stream().map(entry -> entry.path().text()).toList();
    }

    private static LayerIndex index(String entries) throws IOException, MalformedTar {
        return index(new TinyTar().entries(entries).bytes());
    }

    private static LayerIndex index(byte[] tar) throws IOException, MalformedTar {
        return new LayerIndexer(TarLimits.standard()).index(new ByteArrayInputStream(tar), DIFF_ID);
    }

    private static ByteArrayInputStream stream(String entries) {
        return new ByteArrayInputStream(new TinyTar().entries(entries).bytes());
    }
}
