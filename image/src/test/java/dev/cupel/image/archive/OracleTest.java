package dev.cupel.image.archive;

import static dev.cupel.image.write.SampleImage.shell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.Platform;
import dev.cupel.image.compression.Compression;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.rootfs.LayeredRootFs;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.write.ImageChange;
import dev.cupel.image.write.ImageWriter;
import dev.cupel.image.write.LayerPacker;
import dev.cupel.image.write.SampleImage;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What we write others read, what they write we read, and the digests are the same.
@Needs(Provision.ROOT)
class OracleTest {
    private static final Platform AMD64 = Platform.parse("linux/amd64");
    private static final String BASE = "mkdir -p usr/bin etc d/sub o; echo tool > usr/bin/tool; ln usr/bin/tool usr/bin/alias; ln -s usr/bin bin;"
            + " echo conf > etc/conf; chown 3000000:5 etc/conf; chmod 4755 usr/bin/tool; mkfifo p; echo x > d/sub/f; echo h > o/hidden;"
            + " truncate -s 300000 sparse; echo 1 > \"$(printf 'caf\\303\\251')\"; touch -d @1000000000 etc";
    private static final String UPPER = "mkdir -p etc o; echo new > etc/conf; touch .wh.d o/.wh..wh..opq; echo s > o/seen";

    @TempDir
    Path work;

    private ContentStore store;
    private Image image;

    @BeforeEach
    void make_an_image() throws Exception {
        store = ContentStore.at(work.resolve("store"));
        image = new SampleImage(work, store).of(BASE, UPPER);
    }

    @Test
    @Needs(Provision.SKOPEO)
    void skopeo_copies_our_layout_and_our_archives_without_a_change() throws Exception {
        new OciLayoutSink(work.resolve("layout"), Optional.of("one")).write(image, store);
        new OciArchiveSink(work.resolve("oci.tar"), Optional.of("one")).write(image, store);

        for (String source : List.of("oci:layout:one", "oci-archive:oci.tar:one")) {
            shell("cd " + work + " && rm -rf dir && skopeo copy -q --preserve-digests " + source + " dir:dir");
            assertThat(shell("sha256sum < " + work + "/dir/manifest.json")).startsWith(image.manifest().digest().hex());
        }
    }

    @Test
    @Needs(Provision.SKOPEO)
    void we_read_what_skopeo_writes() throws Exception {
        new OciLayoutSink(work.resolve("layout"), Optional.of("one")).write(image, store);
        shell("cd " + work + " && skopeo copy -q oci:layout:one oci:again:x && skopeo copy -q oci:layout:one oci-archive:again.tar:x"
                + " && skopeo copy -q oci:layout:one docker-archive:docker.tar:name:tag");

        Image fromLayout = new OciLayoutSource(work.resolve("again"), Optional.of("x")).load(AMD64, fresh());
        Image fromTar = new OciLayoutSource(work.resolve("again.tar"), Optional.empty()).load(AMD64, fresh());
        Image fromDocker = new DockerArchiveSource(work.resolve("docker.tar"), Optional.of(ImageReference.parseName("name:tag")))
                .load(AMD64, fresh());

        assertThat(fromLayout.manifest().digest()).isEqualTo(image.manifest().digest());
        assertThat(fromTar.manifest().digest()).isEqualTo(image.manifest().digest());
        assertThat(fromDocker.config().diffIds()).isEqualTo(image.config().diffIds());
    }

    @Test
    @Needs(Provision.SKOPEO)
    void skopeo_reads_our_docker_archive() throws Exception {
        new DockerArchiveSink(work.resolve("d.tar"), Optional.of(ImageReference.parseName("name:tag"))).write(image, store);

        String digests = shell("cd " + work + " && skopeo inspect --config docker-archive:d.tar:name:tag");

        assertThat(digests).contains(image.layers().getFirst().diffId().toString(), image.layers().getLast().diffId().toString());
    }

    @Test
    @Needs(Provision.UMOCI)
    void umoci_unpacks_the_same_files_as_our_root() throws Exception {
        // Docker loads such a layer, but cannot save it again.
        image = new SampleImage(work, store).of(BASE + "; export TAR_OPTIONS=-S", UPPER);
        new OciLayoutSink(work.resolve("layout"), Optional.of("one")).write(image, store);
        new RootSink(work.resolve("ours")).write(image, store);

        shell("umoci unpack --image " + work + "/layout:one " + work + "/bundle");

        assertThat(listing(work.resolve("ours"))).isEqualTo(listing(work.resolve("bundle/rootfs")));
    }

    @Test
    @Needs(Provision.CRANE)
    void crane_finds_our_archive_and_layout_valid() throws Exception {
        new DockerArchiveSink(work.resolve("d.tar"), Optional.of(ImageReference.parseName("name:tag"))).write(image, store);

        assertThat(shell("crane validate --tarball " + work + "/d.tar")).contains("PASS");
    }

    @Test
    @Needs(Provision.ENGINE)
    void docker_loads_ours_and_we_read_what_it_saves() throws Exception {
        String name = "cupel-formats-test:" + UUID.randomUUID();
        Image slim = new ImageWriter(store).write(image, ImageChange.keeping(path -> !path.text().equals("/usr/bin/alias")));
        try {
            for (Compression compression : List.of(Compression.NONE, Compression.GZIP)) {
                Image packed = new ImageWriter(store).compress(slim, new LayerPacker(store, 6, 2), compression);
                new DockerArchiveSink(work.resolve("d.tar"), Optional.of(ImageReference.parseName(name))).write(packed, store);
                shell("docker load -q -i " + work + "/d.tar && docker save -o " + work + "/back.tar " + name);

                Image back = new DockerArchiveSource(work.resolve("back.tar"), Optional.empty()).load(AMD64, fresh());

                assertThat(back.configBlob().digest()).as(compression.name()).isEqualTo(slim.configBlob().digest());
                assertThat(back.config().diffIds()).isEqualTo(slim.config().diffIds());
            }
        } finally {
            shell("docker rmi -f " + name);
        }
    }

    @Test
    @Needs(Provision.ENGINE)
    void docker_shows_the_same_files_as_our_root() throws Exception {
        String name = "cupel-formats-test:" + UUID.randomUUID();
        new DockerArchiveSink(work.resolve("d.tar"), Optional.of(ImageReference.parseName(name))).write(image, store);
        new RootSink(work.resolve("ours")).write(image, store);
        try {
            shell("docker load -q -i " + work + "/d.tar; id=$(docker create " + name + "); mkdir " + work + "/theirs;"
                    + " docker export $id | tar -x --numeric-owner -p -C " + work + "/theirs; docker rm -f $id;"
                    + " cd " + work + "/theirs; rm -rf dev proc sys etc/hosts etc/hostname etc/resolv.conf etc/mtab .dockerenv");

            assertThat(inSeconds(listing(work.resolve("ours")))).isEqualTo(inSeconds(listing(work.resolve("theirs"))));
        } finally {
            shell("docker rmi -f " + name);
        }
    }

    @Test
    @Needs(Provision.PODMAN)
    void podman_loads_ours() throws Exception {
        String name = "localhost/cupel-formats-test:" + UUID.randomUUID();
        new DockerArchiveSink(work.resolve("d.tar"), Optional.of(ImageReference.parseName(name))).write(image, store);
        String podman = "podman --root " + work + "/podman --runroot " + work + "/podman-run --storage-driver vfs ";

        String loaded = shell(podman + "load -q -i " + work + "/d.tar && " + podman + "image inspect --format '{{.Id}}' " + name
                + "; " + podman + "rmi -f " + name + " >/dev/null");

        assertThat(loaded).contains(image.configBlob().digest().hex());
    }

    @Test
    void a_root_that_we_wrote_comes_back_as_the_same_files() throws Exception {
        new RootSink(work.resolve("ours")).write(image, store);
        new RootSink(work.resolve("ours.tar")).write(image, store);

        Image fromDirectory = new RootSource(work.resolve("ours")).load(AMD64, store);
        Image again = new RootSource(work.resolve("ours")).load(AMD64, fresh());
        Image fromTar = new RootSource(work.resolve("ours.tar")).load(AMD64, store);

        assertThat(again.manifest()).isEqualTo(fromDirectory.manifest());
        assertThat(paths(fromDirectory)).isEqualTo(paths(image)).isEqualTo(paths(fromTar));
    }

    private ContentStore fresh() {
        return ContentStore.at(work.resolve("store-" + UUID.randomUUID()));
    }

    private List<String> paths(Image one) throws Exception {
        LayeredRootFs root = LayeredRootFs.of(one, store);
        return root.walk()
                .map(node -> "%s %s %o %d %d %s %s".formatted(
                        node.path(),
                        root.contentOf(node).entry().type(),
                        node.entry().mode(),
                        node.entry().uid(),
                        node.entry().gid(),
                        root.contentOf(node).entry().content(),
                        node.entry().isSymlink() ? node.entry().link() : ""))
                .toList();
    }

    /// An engine's export has whole seconds only.
    private static String inSeconds(String listing) {
        return listing.replaceAll("(?m) (\\d+)\\.\\d{10} ", " $1 ");
    }

    private static String listing(Path root) throws Exception {
        return shell("cd " + root + "; find . -mindepth 1 -printf '%P %y %m %U %G %n %l ' \\( -type f -printf '%T@ ' -exec sha256sum {} \\; \\) -o -mindepth 1 -printf '\\n'"
                + " | sort");
    }
}
