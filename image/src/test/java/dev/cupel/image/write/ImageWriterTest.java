package dev.cupel.image.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import dev.cupel.image.compression.Compression;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.rootfs.LayeredRootFs;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.store.ContentStore;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageWriterTest {
    private static final String BASE = "mkdir -p usr/bin etc tmp var/empty; chmod 1777 tmp; echo tool > usr/bin/tool;"
            + " echo big > usr/bin/big; ln usr/bin/tool usr/bin/alias; ln usr/bin/tool usr/bin/other; ln -s usr/bin bin; echo conf > etc/conf";
    private static final String UPPER = "mkdir -p usr/bin etc; echo new > etc/conf; touch usr/bin/.wh.big; echo app > usr/bin/app";

    @TempDir
    Path work;

    private ContentStore store;
    private ImageWriter writer;

    @BeforeEach
    void open_a_store() {
        store = ContentStore.at(work.resolve("store"));
        writer = new ImageWriter(store);
    }

    @Test
    void an_image_of_which_all_is_kept_keeps_its_blobs() throws Exception {
        Image original = sample(BASE, "mkdir -p opt; echo x > opt/x");

        Image same = writer.write(original, ImageChange.keeping(_ -> true));

        assertThat(same.layers()).isEqualTo(original.layers());
    }

    @Test
    void what_is_dropped_is_gone_and_what_leads_to_the_rest_stays() throws Exception {
        Image slim = slim(sample(BASE, UPPER), "/usr/bin/app", "/tmp");

        assertThat(paths(slim)).containsExactly("/", "/tmp", "/usr", "/usr/bin", "/usr/bin/app");
        assertThat(at(slim, "/tmp").entry().mode()).isEqualTo(01777);
    }

    @Test
    void another_name_inherits_a_hard_linked_file_whose_first_name_is_dropped() throws Exception {
        Image slim = slim(sample(BASE), "/usr/bin/tool", "/usr/bin/other"); // tar wrote /usr/bin/alias first
        LayeredRootFs root = LayeredRootFs.of(slim, store);

        assertThat(text(root, "/usr/bin/tool")).isEqualTo("tool\n");
        assertThat(root.contentOf(at(slim, "/usr/bin/tool")).path()).hasToString("/usr/bin/other");
    }

    @Test
    void a_deletion_stays_only_while_there_is_something_to_delete() throws Exception {
        Image original = sample(BASE, UPPER);

        Image whole = writer.write(original, ImageChange.keeping(path -> !path.equals(ImagePath.of("/usr/bin/app"))));
        Image slim = slim(original, "/etc/conf");

        assertThat(paths(whole)).doesNotContain("/usr/bin/big", "/usr/bin/app");
        assertThat(store.layer(slim.layers().getLast()).index().whiteouts()).isEmpty();
    }

    @Test
    void a_layer_that_becomes_empty_leaves_a_mark_in_the_history() throws Exception {
        Image slim = writer.write(
                sample("echo a > a", "echo b > b", "echo c > c"),
                new ImageChange(
                        path -> !path.equals(ImagePath.of("/b")) && !path.isRoot(),
                        Replacements.none(),
                        new TreeMap<>(Map.of("org.opencontainers.image.base.name", "x")),
                        Optional.of("cupel slim")));

        assertThat(slim.layers()).hasSize(2);
        assertThat(slim.config().diffIds()).isEqualTo(slim.layers().stream().map(Layer::diffId).toList());
        assertThat(slim.config().history()).extracting(step -> step.emptyLayer()).containsExactly(true, false, true, false, true);
        assertThat(slim.config().history().getLast().created()).isEqualTo("2026-01-02T03:04:05.000006789Z");
        assertThat(slim.annotations()).containsEntry("org.opencontainers.image.base.name", "x");
    }

    @Test
    void fields_that_nobody_knows_survive() throws Exception {
        Image slim = slim(sample(BASE), "/etc/conf");

        String config = new String(store.read(slim.configBlob().digest(), 10_000), StandardCharsets.UTF_8);

        assertThat(config).contains("\"x.vendor\":{\"keep\":[1,2.50,1E+3]}", "\"ArgsEscaped\":true", "\"variant\":\"v1\"");
    }

    @Test
    void a_replaced_file_keeps_all_but_its_content() throws Exception {
        Image slim = writer.write(
                sample(BASE),
                new ImageChange(
                        _ -> true,
                        Replacements.of(Map.of(
                                ImagePath.of("/etc/conf"), "truth".getBytes(StandardCharsets.UTF_8),
                                ImagePath.of("/usr/bin/other"), "split".getBytes(StandardCharsets.UTF_8))),
                        new TreeMap<>(),
                        Optional.empty()));
        LayeredRootFs root = LayeredRootFs.of(slim, store);

        assertThat(text(root, "/etc/conf")).isEqualTo("truth");
        assertThat(text(root, "/usr/bin/other")).isEqualTo("split");
        assertThat(text(root, "/usr/bin/tool")).isEqualTo("tool\n");
    }

    @Test
    @Needs(Provision.ROOT)
    void headers_are_copied_byte_for_byte() throws Exception {
        String odd = "n=$(printf 'caf\\351'); echo x > $n; chown 3000000:5 $n; chmod 6751 $n; touch -d @-1.5 $n; mkfifo p; mknod c c 1 3;"
                + " truncate -s 3000000 sparse; mkdir -p " + "d".repeat(120) + "; echo y > " + "d".repeat(120) + "/" + "f".repeat(120)
                + "; echo gone > gone; export TAR_OPTIONS='-S --pax-option=SCHILY.xattr.user.k:=v'";
        Image original = sample(odd);

        Image slim = writer.write(original, ImageChange.keeping(path -> !path.text().equals("/gone")));

        byte[] before = Files.readAllBytes(store.layer(original.layers().getFirst()).tar());
        byte[] after = Files.readAllBytes(store.layer(slim.layers().getFirst()).tar());
        assertThat(store.layer(slim.layers().getFirst()).index().entries()).allSatisfy(entry -> {
            var source = LayeredRootFs.of(original, store).at(entry.path()).orElseThrow().entry().span();
            byte[] old = java.util.Arrays.copyOfRange(before, (int) source.header(), (int) source.end());
            byte[] copied = java.util.Arrays.copyOfRange(after, (int) entry.span().header(), (int) entry.span().end());
            assertThat(copied).as(entry.path().text()).isEqualTo(old);
        });
        assertThat(at(slim, "/caf\udce9").entry().xattrs()).containsEntry("user.k", "v");
    }

    @Test
    void repeats_give_the_same_digest_and_compression_the_same_file_system() throws Exception {
        Image original = sample(BASE, UPPER);

        Image one = slim(original, "/usr/bin/app", "/etc/conf");
        Image two = new ImageWriter(ContentStore.at(work.resolve("store"))).write(original, keeping("/usr/bin/app", "/etc/conf"));
        Image narrow = writer.compress(one, new LayerPacker(store, 6, 1), Compression.GZIP);
        Image wide = writer.compress(one, new LayerPacker(store, 6, 4), Compression.GZIP);
        Image zstd = writer.compress(one, new LayerPacker(store, 3, 1), Compression.ZSTD);

        assertThat(two.manifest()).isEqualTo(one.manifest());
        assertThat(wide.manifest()).isEqualTo(narrow.manifest());
        assertThat(List.of(paths(narrow), paths(zstd))).containsOnly(paths(one));
        assertThat(narrow.configBlob()).isEqualTo(one.configBlob());
    }

    private Image sample(String... scripts) throws Exception {
        return new SampleImage(work, store).of(scripts);
    }

    private Image slim(Image original, String... kept) throws Exception {
        return writer.write(original, keeping(kept));
    }

    private static ImageChange keeping(String... kept) {
        Predicate<ImagePath> keep = path -> List.of(kept).contains(path.text());
        return ImageChange.keeping(keep);
    }

    private List<String> paths(Image image) throws Exception {
        return LayeredRootFs.of(image, store).walk().map(node -> node.path().text()).toList();
    }

    private Node at(Image image, String path) throws Exception {
        return LayeredRootFs.of(image, store).at(ImagePath.of(path)).orElseThrow();
    }

    private static String text(LayeredRootFs root, String path) throws Exception {
        return new String(root.read(ImagePath.of(path), 100).orElseThrow(), StandardCharsets.UTF_8);
    }
}
