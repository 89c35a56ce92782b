package dev.cupel.image.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.Platform;
import dev.cupel.image.credentials.Credentials;
import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.EngineAddresses;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.registry.RegistrySettings;
import dev.cupel.image.rootfs.LayeredRootFs;
import dev.cupel.image.sink.Written;
import dev.cupel.image.source.FoundImage;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.KnownImages;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Needs({Provision.REGISTRY, Provision.SHARED_DATA})
class ImagesTest {
    private static final Platform PLATFORM = Platform.linuxOn("amd64");
    private final String registry = System.getenv().getOrDefault("CUPEL_TEST_REGISTRY", "");
    private final String name = registry + "/cupel-transport/images" + System.nanoTime();
    private final List<Images> opened = new ArrayList<>();
    private final List<String> tagged = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void clean() throws IOException {
        opened.forEach(Images::close);
        Engine engine = new Engine(EngineAddresses.ofThisMachine().docker());
        for (String tag : tagged) {
            engine.images().remove(tag);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"busybox-docker.tar", "dive-kaniko-image.tar", "gcr-hello-world-v25.tar"})
    void what_is_pushed_is_pulled_with_the_same_digests(String archive) throws IOException {
        Images images = images("one");
        Image image = archive(images, "docker-archive:" + data(archive));

        Written written = images.publish(image, Images.parse("docker://" + name + ":1"));

        assertThat(written.manifest()).contains(image.manifest().digest());
        assertThat(images("two").resolve(Images.parse("docker://" + name + ":1"), PLATFORM).image()).isEqualTo(image);
        assertThat(images("three")
                        .resolve(Images.parse("docker://" + name + "@" + image.manifest().digest()), PLATFORM)
                        .image())
                .isEqualTo(image);
    }

    @Test
    void a_layer_is_fetched_only_when_somebody_opens_the_image() throws IOException {
        Images images = images("one");
        Image image = archive(images, "docker-archive:" + data("busybox-docker.tar"));
        images.publish(image, Images.parse("docker://" + name + ":1"));
        Images two = images("two");

        Image seen = two.look(Images.parse("docker://" + name + ":1"), PLATFORM, FoundImage::image);

        assertThat(seen).isEqualTo(image);
        assertThat(new KnownImages(two.store()).all()).extracting(KnownImages.Known::name).containsExactly("docker://" + name + ":1");
        assertThat(two.store().blob(image.layers().getFirst().blob().digest())).isEmpty();
        int files = two.look(Images.parse("docker://" + name + ":1"), PLATFORM, found -> found.open().root().size());
        assertThat(files).isEqualTo(LayeredRootFs.of(image, images.store()).size());
    }

    @Test
    void pushing_again_sends_nothing() throws IOException {
        Images images = images("one");
        Image image = archive(images, "docker-archive:" + data("dive-kaniko-image.tar"));
        images.publish(image, Images.parse("docker://" + name + ":1"));

        Written again = images("without-blobs-but-the-manifest", image).publish(image, Images.parse("docker://" + name + ":2"));

        assertThat(again.reference()).isEqualTo("docker://" + name + ":2");
    }

    @Test
    void within_a_registry_layers_are_taken_over() throws IOException {
        Images images = images("one");
        Image image = archive(images, "docker-archive:" + data("dive-kaniko-image.tar"));
        images.publish(image, Images.parse("docker://" + name + ":1"));

        Images poor = images("manifest-only", image);
        Written written = poor.publish(image, Images.parse("docker://" + name + "-other:1"), Images.parse("docker://" + name + ":1"));

        assertThat(written.manifest()).contains(image.manifest().digest());
        assertThat(images("two").resolve(Images.parse("docker://" + name + "-other:1"), PLATFORM).image()).isEqualTo(image);
    }

    @Test
    @Needs({Provision.ENGINE, Provision.SHARED_DATA})
    void a_bare_name_means_the_engine_if_it_has_the_image() throws IOException {
        Images images = images("one");
        Image image = archive(images, "docker-archive:" + data("busybox-docker.tar"));
        images.publish(image, Images.parse("docker://" + name + ":1"));
        images.publish(image, inEngine(name + ":2"));

        ResolvedImage fromRegistry = images("two").resolve(Images.parse(name + ":1"), PLATFORM);
        ResolvedImage fromEngine = images("three").resolve(Images.parse(name + ":2"), PLATFORM);

        assertThat(fromRegistry.origin()).hasToString("docker://" + name + ":1");
        assertThat(fromRegistry.refined()).hasToString("docker://" + name + ":1-cupel");
        assertThat(fromEngine.origin()).hasToString("docker-daemon:" + name + ":2");
        assertThat(fromEngine.image().configBlob().digest()).isEqualTo(image.configBlob().digest());
    }

    @Test
    @Needs({Provision.ENGINE, Provision.SHARED_DATA})
    void an_engine_that_cannot_unpack_zstd_gets_plain_layers() throws IOException {
        Images images = images("one");
        Image image = archive(images, "oci-archive:" + data("dive-oci-zstd-image.tar"));

        images.publish(image, inEngine("cupel-transport/zstd:" + System.nanoTime()));

        assertThat(new Engine(EngineAddresses.ofThisMachine().docker()).images().inspect(image.configBlob().digest().toString()))
                .isPresent();
    }

    @Test
    @Needs({Provision.ENGINE, Provision.SHARED_DATA})
    void docker_pulls_what_was_pushed() throws Exception {
        Images images = images("one");
        Image image = archive(images, "docker-archive:" + data("dive-kaniko-image.tar"));
        images.publish(image, Images.parse("docker://" + name + ":1"));
        tagged.add(name + ":1");

        assertThat(run("docker", "pull", name + ":1")).contains("Digest: " + image.manifest().digest());
    }

    @Test
    @Needs({Provision.SKOPEO, Provision.SHARED_DATA})
    void skopeo_and_we_read_what_the_other_wrote() throws Exception {
        Images images = images("one");
        Image image = archive(images, "oci-archive:" + data("dive-oci-gzip-image.tar"));
        images.publish(image, Images.parse("docker://" + name + ":ours"));

        run("skopeo", "copy", "--quiet", "--src-tls-verify=false", "--dest-tls-verify=false", "--preserve-digests",
                "docker://" + name + ":ours", "docker://" + name + "-skopeo:theirs");

        Image theirs = images("two").resolve(Images.parse("docker://" + name + "-skopeo:theirs"), PLATFORM).image();
        assertThat(theirs.manifest().digest()).isEqualTo(image.manifest().digest());
        assertThat(theirs.layers()).isEqualTo(image.layers());
        assertThat(run("skopeo", "inspect", "--tls-verify=false", "--format", "{{.Digest}}", "docker://" + name + ":ours").strip())
                .isEqualTo(image.manifest().digest().toString());
    }

    @Test
    @Needs({Provision.CRANE, Provision.SHARED_DATA})
    void crane_and_we_read_what_the_other_wrote() throws Exception {
        Images images = images("one");
        Image image = archive(images, "oci-archive:" + data("dive-oci-gzip-image.tar"));
        images.publish(image, Images.parse("docker://" + name + ":ours"));

        run("crane", "copy", "--insecure", name + ":ours", name + "-crane:theirs");

        Image theirs = images("two").resolve(Images.parse("docker://" + name + "-crane:theirs"), PLATFORM).image();
        assertThat(theirs.manifest().digest()).isEqualTo(image.manifest().digest());
        assertThat(theirs.layers()).isEqualTo(image.layers());
        assertThat(run("crane", "validate", "--insecure", "--remote", name + ":ours")).contains("PASS");
    }

    @Test
    @Needs({Provision.PODMAN, Provision.ROOT, Provision.SHARED_DATA})
    void podman_keeps_the_image_that_it_is_given() throws Exception {
        Images images = images("one");
        Image image = archive(images, "docker-archive:" + data("dive-kaniko-image.tar"));
        String reference = "podman:cupel-transport/podman:" + System.nanoTime();

        images.publish(image, Images.parse(reference));

        Image read = images("two").resolve(Images.parse(reference), PLATFORM).image();
        assertThat(read.configBlob().digest()).isEqualTo(image.configBlob().digest());
        assertThat(read.config()).isEqualTo(image.config());
        run("podman", "rmi", "--force", reference.substring("podman:".length()));
    }

    @Test
    void an_image_that_nobody_has_is_told_with_every_place_that_was_asked() {
        assertThatThrownBy(() -> images("one").resolve(Images.parse(name + ":none"), PLATFORM))
                .isInstanceOfSatisfying(CupelException.class, e -> assertThat(e.fault()).isEqualTo(Fault.INPUT))
                .hasMessageContaining("the registry answered 404")
                .hasMessageContaining("Docker Engine");
    }

    @Test
    void a_digest_cannot_be_pushed_to() throws IOException {
        Images images = images("one");
        Image image = archive(images, "docker-archive:" + data("busybox-docker.tar"));

        assertThatThrownBy(() -> images.publish(image, Images.parse("docker://" + name + "@" + Digest.of(new byte[0]))))
                .isInstanceOfSatisfying(CupelException.class, e -> assertThat(e.fault()).isEqualTo(Fault.USAGE));
    }

    @Test
    void progress_ends_at_the_total() throws IOException {
        List<Long> totals = new CopyOnWriteArrayList<>();
        List<Long> done = new CopyOnWriteArrayList<>();
        Images images = images("one");
        Image image = archive(images, "docker-archive:" + data("busybox-docker.tar"));
        images.publish(image, Images.parse("docker://" + name + ":1"));
        Progress progress = new Progress() {
            @Override
            public void step(String what) {
                done.add(0L);
            }

            @Override
            public void advance(long bytes, long total) {
                done.add(bytes);
                totals.add(total);
            }
        };

        open("two", progress).resolve(Images.parse("docker://" + name + ":1"), PLATFORM);

        assertThat(done).last().isEqualTo(totals.getLast());
        assertThat(totals.getLast()).isEqualTo(image.layers().getFirst().blob().sizeBytes());
    }

    @Test
    void an_interrupted_pull_leaves_nothing() throws Exception {
        Images images = images("one");
        images.publish(archive(images, "docker-archive:" + data("busybox-docker.tar")), Images.parse("docker://" + name + ":1"));
        AtomicReference<Throwable> thrown = new AtomicReference<>(new AssertionError("not interrupted"));
        Thread[] pulling = new Thread[1];
        Progress interrupting = new Progress() {
            @Override
            public void step(String what) {
                assertThat(what).startsWith("pulling");
            }

            @Override
            public void advance(long bytes, long total) {
                if (total > 100_000) {
                    pulling[0].interrupt();
                }
            }
        };
        Images two = open("two", interrupting);
        pulling[0] = Thread.ofVirtual().unstarted(() -> {
            try {
                two.resolve(Images.parse("docker://" + name + ":1"), PLATFORM);
            } catch (IOException e) {
                thrown.set(e);
            }
        });

        pulling[0].start();
        pulling[0].join();

        assertThat(thrown.get()).isInstanceOf(IOException.class);
        try (var staging = Files.list(directory.resolve("two/v1/staging"))) {
            assertThat(staging).isEmpty();
        }
    }

    private ImageReference inEngine(String tag) {
        tagged.add(tag);
        return Images.parse("docker-daemon:" + tag);
    }

    private Image archive(Images images, String reference) throws IOException {
        return images.resolve(Images.parse(reference), PLATFORM).image();
    }

    private Path data(String file) {
        return SharedData.directory().resolve("images").resolve(file);
    }

    private Images images(String store) {
        return open(store, Progress.silent());
    }

    /// With a store that has nothing but the image's manifest.
    private Images images(String store, Image image) throws IOException {
        Images images = images(store);
        byte[] manifest = opened.getFirst().store().read(image.manifest().digest(), 1 << 20);
        images.store().add(image.manifest().mediaType(), manifest);
        return images;
    }

    private Images open(String store, Progress progress) {
        Images images = Images.ofThisMachine(
                ContentStore.at(directory.resolve(store)), RegistrySettings.with(Credentials.none()), progress);
        opened.add(images);
        return images;
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command) + ": " + said).isZero();
        return said;
    }
}
