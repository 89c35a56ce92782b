package dev.cupel.image.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentStoreTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path work;

    private ContentStore store;

    @BeforeEach
    void open_a_store() {
        store = ContentStore.at(work.resolve("store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hell", "hello, world", "jello"})
    void bytes_that_are_not_the_promised_ones_are_refused_and_leave_nothing(String sent) throws Exception {
        byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> store.add(Digest.of(HELLO), HELLO.length, new ByteArrayInputStream(bytes)))
                .isInstanceOf(WrongBlob.class)
                .hasMessageContaining(Digest.of(HELLO).toString());

        assertThat(store.blob(Digest.of(HELLO))).isEmpty();
        assertThat(files("staging")).isEmpty();
    }

    @Test
    void a_sender_that_never_ends_is_cut_at_the_promised_size() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThatThrownBy(() -> store.add(Digest.of(HELLO), HELLO.length, endless))
                .isInstanceOf(WrongBlob.class)
                .hasMessageContaining("should have 5 bytes and has more");
    }

    @Test
    void many_writers_of_one_blob_do_not_disturb_one_another() throws Exception {
        byte[] bytes = new byte[300_000];
        List<Future<Path>> adding = new ArrayList<>();

        try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                ContentStore own = ContentStore.at(work.resolve("store"));
                adding.add(tasks.submit(() -> own.add(Digest.of(bytes), bytes.length, new ByteArrayInputStream(bytes))));
            }
        }

        for (Future<Path> one : adding) {
            assertThat(one.get()).hasBinaryContent(bytes);
        }
        assertThat(files("staging")).isEmpty();
    }

    @Test
    void what_a_killed_process_left_is_no_blob_and_is_swept_away() throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        work.resolve("store").toString())
                .start();
        assertThat(writer.getInputStream().read()).isEqualTo('!'); // it has written a first part
        ContentStore.at(work.resolve("store")).blob(Digest.of(HELLO));
        int whileItLived = files("staging").size();

        writer.destroyForcibly().waitFor();
        ContentStore.at(work.resolve("store")).blob(Digest.of(HELLO));

        assertThat(whileItLived).isEqualTo(1);
        assertThat(files("staging")).isEmpty();
        assertThat(files("blobs")).isEmpty();
    }

    @Test
    @Needs(Provision.ROOT)
    void a_full_disk_is_told_as_such_and_leaves_nothing() throws Exception {
        Path disk = Files.createDirectory(work.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
        try {
            ContentStore small = ContentStore.at(disk);

            assertThatThrownBy(() -> small.add("x/y", new byte[3 << 20]))
                    .isInstanceOfSatisfying(CupelException.class, e -> assertThat(e.fault()).isEqualTo(Fault.ENVIRONMENT))
                    .hasMessageContaining("is full");

            assertThat(small.add("x/y", HELLO).digest()).isEqualTo(Digest.of(HELLO));
        } finally {
            run("umount", "--lazy", disk.toString());
        }
    }

    @Test
    void a_layer_whose_content_is_not_what_the_configuration_promises_is_refused() throws Exception {
        Descriptor blob = store.add(MediaTypes.OCI_LAYER, new byte[1024]);
        Descriptor packed = store.add(MediaTypes.OCI_LAYER_GZIP, gzip(new byte[1024]));

        for (Descriptor layer : List.of(blob, packed)) {
            assertThatThrownBy(() -> store.layer(new Layer(layer, Digest.of(HELLO))))
                    .isInstanceOf(CupelException.class)
                    .hasMessageContaining("promises " + Digest.of(HELLO));
        }
        assertThat(files("tars")).isEmpty();
        assertThat(files("indexes")).isEmpty();
    }

    @Test
    void a_damaged_index_is_made_anew() throws Exception {
        Layer layer = new Layer(store.add(MediaTypes.OCI_LAYER, new byte[1024]), Digest.of(new byte[1024]));
        StoredLayer first = store.layer(layer);
        for (Path index : files("indexes")) {
            Files.write(index, HELLO);
        }

        assertThat(store.layer(layer)).isEqualTo(first);
    }

    @Test
    void collecting_removes_what_was_not_used_for_long_and_nothing_else() throws Exception {
        Digest old = store.add("x/y", HELLO).digest();
        Digest used = store.add("x/y", new byte[10]).digest();
        Digest fresh = store.add("x/y", new byte[20]).digest();
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(40)));
        for (Digest digest : List.of(old, used)) {
            Files.setLastModifiedTime(store.blob(digest).orElseThrow(), longAgo);
        }
        assertThat(store.blob(used)).isPresent();

        StoreCollection.Removed removed = new StoreCollection(store, List.of(), Clock.systemUTC()).collect(Duration.ofDays(30));

        assertThat(removed).isEqualTo(new StoreCollection.Removed(1, 5, true, 30));
        assertThat(StoreListing.of(store, List.of()).files()).extracting(StoredFile::digest).containsExactlyInAnyOrder(used, fresh);
    }

    @Test
    void while_somebody_is_at_work_what_is_in_use_stays_and_later_it_goes() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        work.resolve("store").toString())
                .start();
        assertThat(other.getInputStream().read()).isEqualTo('!');
        Path blob = work.resolve("store/v1/blobs/sha256").resolve(Digest.of(HELLO).hex());
        Files.createDirectories(blob.getParent());
        Files.write(blob, HELLO);
        StoreCollection collection =
                new StoreCollection(ContentStore.at(work.resolve("store")), List.of(), Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));

        StoreCollection.Removed meanwhile = collection.collect(Duration.ZERO);
        other.destroyForcibly().waitFor();
        StoreCollection.Removed after = collection.collect(Duration.ZERO);

        assertThat(meanwhile).isEqualTo(new StoreCollection.Removed(0, 0, true, 5));
        assertThat(after).isEqualTo(new StoreCollection.Removed(1, 5, false, 0));
    }

    private List<Path> files(String kind) throws IOException {
        Path folder = work.resolve("store/v1").resolve(kind);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
