package dev.cupel.image.rootfs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import dev.cupel.image.store.ContentStore;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayeredRootFsTest {
    @TempDir
    Path work;

    private TestLayers layers;

    @BeforeEach
    void open_a_store() {
        layers = new TestLayers(work, ContentStore.at(work.resolve("store")));
    }

    @Test
    void a_later_layer_overwrites_deletes_and_hides() throws Exception {
        LayeredRootFs root = layers.of(
                "mkdir -p d/deep o; echo old > same; echo x > gone; echo x > d/deep/f; echo x > o/hidden",
                "mkdir o; echo new > same; touch .wh.gone .wh.d; echo y > o/seen; touch o/.wh..wh..opq");

        assertThat(names(root)).containsExactly("/", "/o", "/o/seen", "/same");
        assertThat(text(root, "/same")).isEqualTo("new\n");
    }

    @Test
    void a_whiteout_leaves_alone_what_its_own_layer_brings() throws Exception {
        LayeredRootFs root = layers.of("mkdir d; echo 1 > d/a", "mkdir d; touch .wh.d; echo 2 > d/b");

        assertThat(names(root)).containsExactly("/", "/d", "/d/b");
    }

    @Test
    void a_link_in_place_of_a_directory_takes_all_below_with_it() throws Exception {
        LayeredRootFs root = layers.of("mkdir -p bin usr/bin; echo a > bin/tool", "ln -s usr/bin bin");

        assertThat(names(root)).containsExactly("/", "/bin", "/usr", "/usr/bin");
    }

    @Test
    void absolute_links_restart_at_the_root_and_every_link_is_told() throws Exception {
        LayeredRootFs root = layers.of("mkdir -p usr/lib/x; echo hi > usr/lib/x/f; ln -s usr/lib lib; ln -s /lib/x/f usr/g; ln -s ../../../usr/g h");

        assertThat(root.follow(ImagePath.of("/h"))).isInstanceOfSatisfying(Resolution.Found.class, found -> {
            assertThat(found.node().path()).hasToString("/usr/lib/x/f");
            assertThat(found.links()).extracting(link -> link.path().text()).containsExactly("/h", "/usr/g", "/lib");
        });
        assertThat(root.locate(ImagePath.of("/lib/x"))).isInstanceOfSatisfying(
                Resolution.Found.class, found -> assertThat(found.links()).hasSize(1));
    }

    @Test
    void circles_and_dead_ends_are_answers() throws Exception {
        LayeredRootFs root = layers.of("ln -s b a; ln -s a b; ln -s nowhere/f c; echo x > file");

        assertThat(root.follow(ImagePath.of("/a"))).isInstanceOf(Resolution.Loop.class);
        assertThat(root.follow(ImagePath.of("/c"))).isInstanceOfSatisfying(
                Resolution.Missing.class, missing -> assertThat(missing.missing()).hasToString("/nowhere"));
        assertThat(root.follow(ImagePath.of("/file/below"))).isInstanceOfSatisfying(
                Resolution.Missing.class, missing -> assertThat(missing.missing()).hasToString("/file/below"));
    }

    @Test
    void a_hard_link_keeps_the_content_that_its_own_layer_gave_it() throws Exception {
        LayeredRootFs root = layers.of("echo one > a; ln a b; ln -s a s; ln s t", "echo two > a");

        assertThat(text(root, "/a")).isEqualTo("two\n");
        assertThat(text(root, "/b")).isEqualTo("one\n");
        assertThat(root.at(ImagePath.of("/t")).orElseThrow().entry().isSymlink()).isTrue();
    }

    @Test
    @Needs(Provision.ROOT)
    void attributes_come_from_the_header() throws Exception {
        LayeredRootFs root = layers.of("echo x > f; chown 3000000:7 f; chmod 4751 f; touch -d @-86400.25 f; mkdir t; chmod 1777 t; mkfifo p; mknod n c 1 3");

        assertThat(root.at(ImagePath.of("/f")).orElseThrow().entry()).satisfies(file -> {
            assertThat(file.mode()).isEqualTo(04751);
            assertThat(file.uid()).isEqualTo(3_000_000);
            assertThat(file.gid()).isEqualTo(7);
            assertThat(file.modified()).isEqualTo("1969-12-30T23:59:59.750Z");
        });
        assertThat(root.at(ImagePath.of("/t")).orElseThrow().entry().mode()).isEqualTo(01777);
        assertThat(root.at(ImagePath.of("/n")).orElseThrow().entry().device()).isEqualTo(1L << 32 | 3);
    }

    @Test
    void a_sparse_file_has_its_holes_filled_in_every_form_of_tar() throws Exception {
        String script = "truncate -s 1000000 f; printf head | dd of=f conv=notrunc status=none;"
                + " printf tail | dd of=f bs=1 seek=700000 conv=notrunc status=none";
        for (String form : List.of("--format=gnu -S", "--format=posix -S --sparse-version=0.0",
                "--format=posix -S --sparse-version=0.1", "--format=posix -S --sparse-version=1.0")) {
            LayeredRootFs root = layers.open(List.of(layers.layer(script, form)));
            Node file = root.at(ImagePath.of("/f")).orElseThrow();
            ByteBuffer mapped = root.map(file);
            byte[] streamed = root.open(file).readAllBytes();

            assertThat(streamed).as(form).hasSize(1_000_000);
            assertThat(new String(streamed, 700_000, 4, StandardCharsets.US_ASCII)).isEqualTo("tail");
            assertThat(root.head(file, 4)).isEqualTo("head".getBytes(StandardCharsets.US_ASCII));
            assertThat(mapped).isEqualTo(ByteBuffer.wrap(streamed));
            assertThat(file.entry().content()).contains(dev.cupel.image.Digest.of(streamed));
        }
    }

    @Test
    void names_that_are_not_utf8_and_long_names_survive() throws Exception {
        String name = "n".repeat(200);
        LayeredRootFs posix = layers.of("echo 1 > \"$(printf 'caf\\351')\"; mkdir " + name + "; echo 2 > " + name + "/" + name + "; ln -s " + name + "/" + name + " l");
        LayeredRootFs gnu = layers.open(List.of(layers.layer("mkdir " + name + "; echo 2 > " + name + "/" + name, "--format=gnu")));

        assertThat(text(posix, "/caf\udce9")).isEqualTo("1\n");
        assertThat(text(posix, "/l")).isEqualTo("2\n");
        assertThat(text(gnu, "/" + name + "/" + name)).isEqualTo("2\n");
    }

    @Test
    void a_known_layer_gives_the_same_from_its_index() throws Exception {
        String script = "mkdir -p a/b; echo x > a/b/c; ln a/b/c a/d; ln -s x y; touch .wh.z; mkdir o; touch o/.wh..wh..opq; truncate -s 100000 sparse";
        dev.cupel.image.manifest.Layer layer = layers.layer(script, "--format=posix -S");

        var first = layers.store().layer(layer);
        var second = layers.store().layer(layer);

        assertThat(second.index()).isEqualTo(first.index());
        assertThat(first.index().whiteouts()).containsExactly(ImagePath.of("/z"));
        assertThat(first.index().opaques()).containsExactly(ImagePath.of("/o"));
        assertThat(first.index().sparse()).containsExactly(ImagePath.of("/sparse"));
    }

    private static List<String> names(LayeredRootFs root) {
        List<String> names = root.walk().map(node -> node.path().text()).toList();
        assertThat(names).hasSize(root.size());
        return names;
    }

    private static String text(LayeredRootFs root, String path) throws IOException {
        return new String(root.read(ImagePath.of(path), 100).orElseThrow(), StandardCharsets.UTF_8);
    }
}
