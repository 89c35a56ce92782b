package dev.cupel.image.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.Platform;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.rootfs.LayeredRootFs;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.image.source.ImageSource;
import dev.cupel.image.store.ContentStore;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every archive among the fixtures either loads, all of it, or is refused in words that fit.
@Needs(Provision.SHARED_DATA)
class FixturesTest {
    private static final Platform AMD64 = Platform.parse("linux/amd64");

    @TempDir
    Path work;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            docker | busybox-docker.tar                     |              | 1  | 420 | sha256:db8ee88ad75f6bdc74663f4992a185e2722fa29573abcc1a19186cc5ec09dceb
            oci    | busybox-musl-amd64.layout.tar          |              | 1  | 425 | sha256:cafb65f54bc46b59c4915955dc3c1e89e0a4ceab9f42a998e58a173f191d04ff
            docker | jib-image.tar                          |              | 2  | 14  |
            docker | dive-kaniko-image.tar                  |              | 14 | 430 | sha256:ae16a51058a758c7963b2f9b23d1acfa201ce9cbefc8cb93845f8cd934fb144d
            oci    | dive-oci-gzip-image.tar                |              | 1  | 1   |
            oci    | dive-oci-zstd-image.tar                |              | 1  | 1   |
            docker | gcr-whiteout_image.tar                 |              | 3  | 2   |
            docker | gcr-hello-world-v25.tar                |              | 1  | 1   | sha256:ee301c921b8aadc002973b2e0c3da17d701dcd994b606769a7e6eaa100b81d44
            docker | gcr-test_bundle.tar                    | test_image_1 | 1  | 3   | sha256:6e0b05049ed9c17d02e1a55e80d6599dbfcce7f4f4b022e3c673e685789c470e
            docker | gcr-test_image_1.tar                   |              | 1  | 3   |
            docker | gcr-empty_layer_history.tar            |              | 1  | 3   |
            docker | scalibr-basic.tar                      |              | 2  | 2   |
            docker | scalibr-overwrite-file.tar             |              | 2  | 1   |
            docker | scalibr-symlink-attack.tar             |              | 1  | 3   |
            docker | scalibr-symlink-cycle.tar              |              | 1  | 4   |
            docker | scalibr-unpack-symlinks.tar            |              | 2  | 14  |
            docker | containers-almostempty.tar             |              | 1  | 1   |
            oci    | stereoscope-valid-oci.tar              |              | 1  | 1   |
            docker | dockle-scratch.tar                     |              | 1  | 1   |
            dir    | storage-broken.tar                     |              | 1  | 10  |
            dir    | containerdiff-la-croix2.tar            |              | 1  | 5   |
            dir    | containerdiff-la-croix-wh.tar          |              | 1  | 2   |
            dir    | claircore-bad_name.tar                 |              | 1  | 1   |
            dir    | claircore-layer-with-cpe.tar           |              | 1  | 3   |
            dir    | moby-xattr-layer.tar                   |              | 1  | 1   |
            dir    | alpine-minirootfs-3.18.9-x86_64.tar.gz |              | 1  | 527 |
            dir    | alpine-minirootfs-3.20.3-x86_64.tar.gz |              | 1  | 518 |
            """)
    void it_loads(String kind, String file, String choice, int layers, int nodes, String configDigest) throws Exception {
        ContentStore store = ContentStore.at(work);

        Image image = source(kind, file, choice).load(AMD64, store);
        LayeredRootFs root = LayeredRootFs.of(image, store);

        assertThat(image.layers()).hasSize(layers);
        assertThat(root.size()).isEqualTo(nodes);
        assertThat(seenInPlace(source(kind, file, choice))).isEqualTo(told(image, root));
        if (configDigest != null) {
            assertThat(image.configBlob().digest()).hasToString(configDigest);
        }
    }

    private List<String> seenInPlace(ImageSource source) throws IOException {
        ContentStore empty = ContentStore.at(work.resolve("empty"));
        return source.look(AMD64, empty, found -> told(found.image(), found.open().root()));
    }

    /// All that a look can tell: which image it is, every node with its attributes, and what its content is.
    private static List<String> told(Image image, RootFs root) throws IOException {
        List<String> told = new ArrayList<>(List.of(image.manifest().toString(), image.layers().toString()));
        for (Node node : root.walk().toList()) {
            Entry entry = node.entry();
            told.add(node.layer() + " " + entry.type() + " " + entry.path() + " " + entry.mode() + " " + entry.uid() + " " + entry.sizeBytes() + " " + entry.modified() + " "
                    + entry.link() + " " + entry.xattrs() + " " + entry.span() + (root.contentOf(node).entry().isFile() ? root.digest(node) : ""));
        }
        return told;
    }

    @Test
    void what_was_seen_of_a_layer_with_another_digest_is_not_told() throws IOException {
        byte[] archive = Files.readAllBytes(SharedData.directory().resolve("images/busybox-docker.tar"));
        archive[new String(archive, StandardCharsets.ISO_8859_1).indexOf("root:x:0:0")] = 'R';
        Path changed = Files.write(work.resolve("changed.tar"), archive);
        ContentStore store = ContentStore.at(work.resolve("store"));

        assertThatThrownBy(() -> new DockerArchiveSource(changed, Optional.empty()).look(AMD64, store, found -> found.open().root().size()))
                .isInstanceOf(CupelException.class)
                .hasMessageContaining("a layer has the digest sha256:")
                .hasMessageContaining("instead of sha256:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            docker | gcr-no_manifest.tar                 |   | no manifest.json, as archives of Docker before 1.10
            docker | moby-emptyLayer.tar                 |   | no manifest.json, as archives of Docker before 1.10
            docker | gcr-test_bundle.tar                 |   | it holds 2 images
            docker | stereoscope-valid-oci.tar           |   | it is an OCI layout
            docker | busybox-docker.tar            | nginx   | it has no such image
            oci    | busybox-docker.tar                  |   | no index.json, so it is no OCI layout
            oci    | gcr-test_index.layout.tar           |   | it holds 3 images
            oci    | gcr-test_index.layout.tar           | 2 | "application/vnd.oci.descriptor.v1+json", not an image
            oci    | gcr-test_index.layout.tar           | 9 | it has nothing named "9"
            oci    | imgutil-busybox-sparse.layout.tar   |   | it lacks the blob sha256:
            oci    | trivy-no_valid_manifests.layout.tar |   | "schemaVersion" is not 2
            dir    | containers-v2s2.manifest.json       |   | no tar header is at byte 0
            """)
    void it_is_refused_with_a_reason(String kind, String file, String choice, String reason) {
        ContentStore store = ContentStore.at(work);

        assertThatThrownBy(() -> LayeredRootFs.of(source(kind, file, choice).load(AMD64, store), store))
                .isInstanceOf(CupelException.class)
                .hasMessageContaining(reason);
    }

    private static ImageSource source(String kind, String file, String choice) throws Exception {
        Path path = SharedData.directory().resolve("images").resolve(file);
        return switch (kind) {
            case "docker" ->
                new DockerArchiveSource(
                        path, choice == null ? Optional.empty() : Optional.of(ImageReference.parseName(choice)));
            case "oci" -> new OciLayoutSource(path, Optional.ofNullable(choice));
            default -> new RootSource(path);
        };
    }
}
