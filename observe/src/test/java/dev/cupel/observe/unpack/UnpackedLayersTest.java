package dev.cupel.observe.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoredFile;
import dev.cupel.linux.mount.Overlay;
import dev.cupel.linux.mount.Unmount;
import dev.cupel.linux.xattr.Attributes;
import dev.cupel.observe.journal.Workplace;
import dev.cupel.observe.journal.Workshop;
import dev.cupel.observe.run.TestImage;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// GNU tar packs and find(1) judges: neither knows anything of Cupel.
@Needs(Provision.ROOT)
class UnpackedLayersTest {
    private static final String PLAIN = "application/vnd.oci.image.layer.v1.tar";

    @TempDir
    private Path folder;

    private Workplace workplace;
    private ContentStore store;
    private UnpackedLayers layers;

    @BeforeEach
    void open_a_store() throws IOException {
        store = ContentStore.at(folder.resolve("store"));
        layers = new UnpackedLayers(folder.resolve("unpacked"), store);
        workplace = new Workshop(folder.resolve("runs")).open();
    }

    @AfterEach
    void close() throws IOException {
        workplace.close();
    }

    @Test
    void every_kind_of_file_comes_out_as_it_went_in() throws Exception {
        Path source = Files.createDirectory(folder.resolve("source"));
        shell(
                source,
                """
                umask 022
                mkdir -p etc usr/bin var/spool/deep empty; echo hello > etc/plain; cp etc/plain usr/bin/tool
                chown 4000000:12 usr/bin/tool; chmod 6755 usr/bin/tool
                chmod 1777 empty; chown 33:44 var/spool; chmod 2750 var/spool; chmod 0000 var/spool/deep
                ln usr/bin/tool usr/bin/same; ln usr/bin/tool etc/same-elsewhere
                ln -s /etc/plain absolute; ln -s ../nowhere/at/all usr/dangling; chown -h 7:8 absolute
                mkfifo pipe; mknod device c 1 3; mknod block b 7 0; chmod 640 device; : > zero
                printf x > "$(printf 'not-\\377-utf8')"; echo y > 'a name with blanks'; echo ü > ümlaut
                head -c 3000000 /dev/urandom > big; truncate -s 5M sparse; echo end >> sparse
                printf long > "$(printf 'n%.0s' $(seq 200))"
                touch -h -d '1965-03-04 05:06:07.5 UTC' etc/plain absolute pipe; touch -d '2099-01-01 UTC' var/spool etc
                """);
        mark(source.resolve("usr/bin/tool"), "user.note", "abc");

        Path unpacked = unpack(TestImage.scratch(store).layerOf(source).image()).getFirst();

        assertThat(listing(unpacked)).isEqualTo(listing(source));
        assertThat(shell(folder, "diff -r --no-dereference source/big " + unpacked + "/big && cmp source/sparse " + unpacked + "/sparse")).isEmpty();
        assertThat(Attributes.of(bytes(unpacked + "/usr/bin/tool")).get("user.note")).isEqualTo(bytes("abc"));
    }

    @Test
    void file_capabilities_survive() throws Exception {
        Path source = Files.createDirectory(folder.resolve("source"));
        shell(source, "cp /bin/true ping; chown 5:5 ping; setcap cap_net_raw+ep ping");

        Path unpacked = unpack(TestImage.scratch(store).layerOf(source).image()).getFirst();

        assertThat(Attributes.of(bytes(unpacked + "/ping")).get("security.capability"))
                .isNotNull()
                .isEqualTo(Attributes.of(bytes(source + "/ping")).get("security.capability"));
    }

    @Test
    void whiteouts_hide_what_lower_layers_have_and_nothing_else() throws Exception {
        Path lower = Files.createDirectory(folder.resolve("lower"));
        shell(lower, "mkdir -p keep gone opaque/sub replaced; touch keep/a keep/b gone/x opaque/old opaque/sub/older replaced/old file");
        Path upper = Files.createDirectory(folder.resolve("upper"));
        shell(
                upper,
                """
                mkdir -p keep opaque replaced; touch keep/.wh.b .wh.gone opaque/.wh..wh..opq opaque/new
                touch .wh.replaced replaced/new .wh.file; echo new > file; touch keep/.wh.never-there
                """);

        List<Path> unpacked = unpack(TestImage.scratch(store).layerOf(lower).layerOf(upper).image());

        Overlay overlay = new Overlay(Files.createDirectory(folder.resolve("home")), unpacked, false);
        Path merged = overlay.mount();
        try {
            assertThat(shell(merged, "find . -not -name . | sort").lines())
                    .containsExactly(
                            "./file", "./keep", "./keep/a", "./opaque", "./opaque/new", "./replaced", "./replaced/new");
            assertThat(merged.resolve("file")).hasContent("new");
        } finally {
            Unmount.detach(merged);
        }
    }

    @Test
    void marks_of_overlayfs_in_a_layer_do_not_steer_the_mount() throws Exception {
        Path source = Files.createDirectory(folder.resolve("source"));
        Path marked = Files.createDirectory(source.resolve("d"));
        mark(marked, "trusted.overlay.redirect", "/etc");
        mark(marked, "trusted.other", "kept");

        Path unpacked = unpack(TestImage.scratch(store).layerOf(source).image()).getFirst();

        assertThat(Attributes.of(bytes(unpacked + "/d"))).containsOnlyKeys("trusted.other");
    }

    @Test
    void a_link_in_a_layer_leads_later_entries_to_its_own_root_only() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path source = Files.createDirectory(folder.resolve("source"));
        shell(source, "mkdir -p real" + outside + "; ln -s " + outside + " way; tar -cf ../evil.tar way real; "
                + "mkdir x; touch x/planted; tar --transform 's,^x,way,' -rf ../evil.tar x/planted");

        Image image = TestImage.scratch(store).layer(folder.resolve("evil.tar"), PLAIN).image();

        List<Path> unpacked = unpack(image);
        assertThat(outside).isEmptyDirectory();
        assertThat(unpacked.getFirst().resolve("way")).isSymbolicLink();
    }

    @Test
    void an_entry_that_climbs_out_of_the_layer_is_refused() throws Exception {
        Path source = Files.createDirectory(folder.resolve("source"));
        shell(source, "touch x; tar -P --transform 's,^x,../../escaped,' -cf ../evil.tar x");

        Image image = TestImage.scratch(store).layer(folder.resolve("evil.tar"), PLAIN).image();

        assertThatThrownBy(() -> unpack(image)).isInstanceOf(CupelException.class).hasMessageContaining("leads out of the image");
        assertThat(folder.resolve("escaped")).doesNotExist();
    }

    @Test
    void the_directory_is_closed_to_other_users_because_layers_hold_setuid_programs() throws Exception {
        unpack(TestImage.scratch(store).layerOf(Files.createDirectory(folder.resolve("source"))).image());

        assertThat(Files.getAttribute(folder.resolve("unpacked"), "unix:mode")).isEqualTo(040700);
    }

    @Test
    void many_at_once_make_one_layer_and_leave_nothing_half_made() throws Exception {
        Path source = Files.createDirectory(folder.resolve("source"));
        shell(source, "for i in $(seq 300); do echo $i > f$i; done");
        Image image = TestImage.scratch(store).layerOf(source).image();

        List<Path> results;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Path>> all =
                    IntStream.range(0, 8).mapToObj(_ -> threads.submit(() -> unpack(image).getFirst())).toList();
            results = new ArrayList<>();
            for (Future<Path> one : all) {
                results.add(one.get());
            }
        }

        assertThat(results).containsOnly(results.getFirst());
        assertThat(listing(results.getFirst())).isEqualTo(listing(source));
        try (var entries = Files.list(folder.resolve("unpacked"))) {
            assertThat(entries.map(path -> path.getFileName().toString())).containsExactly("sha256");
        }
    }

    @Test
    void layers_of_user_namespaces_are_listed_and_removed_with_the_others() throws Exception {
        Path source = Files.createDirectory(folder.resolve("source"));
        shell(source, "echo hello > file");
        Path place = unpack(TestImage.scratch(store).layerOf(source).image()).getFirst().getParent();
        long alone = layers.files().getFirst().sizeBytes();
        Path rootless = folder.resolve("unpacked/0a1b2c3d-0000-3000-8000-000000000000/sha256");
        shell(folder, "mkdir -p " + rootless + "; cp -a " + place + " " + rootless);

        List<StoredFile> files = layers.files();
        layers.remove(files.getFirst());

        assertThat(files).singleElement().extracting(StoredFile::sizeBytes).isEqualTo(2 * alone);
        assertThat(place).doesNotExist();
        assertThat(rootless).isEmptyDirectory();
    }

    private List<Path> unpack(Image image) throws IOException {
        return layers.of(image.layers(), workplace);
    }

    /// Type, mode, owner, size, time, links and target of everything, names as bytes.
    private static String listing(Path directory) throws IOException {
        return shell(directory, "find . -printf '%p %y %m %U %G %n %T@ %l ' \\( -type d -printf '\\n' -o -printf '%s\\n' \\) | LC_ALL=C sort");
    }

    private static String shell(Path directory, String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-e", "-c", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said;
    }

    private static void mark(Path file, String name, String value) throws IOException {
        Attributes.setAll(bytes(file.toString()), new TreeMap<>(Map.of(name, bytes(value))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
