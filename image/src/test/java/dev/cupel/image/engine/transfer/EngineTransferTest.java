package dev.cupel.image.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.Platform;
import dev.cupel.image.archive.DockerArchiveSource;
import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.EngineAddresses;
import dev.cupel.image.engine.EngineImage;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.progress.ByteCount;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.rootfs.LayeredRootFs;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoreListing;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs({Provision.ENGINE, Provision.SHARED_DATA})
class EngineTransferTest {
    private static final Platform PLATFORM = Platform.linuxOn("amd64");
    private final Engine engine = new Engine(EngineAddresses.ofThisMachine().docker());
    private final ImageName name =
            new ImageName(ImageName.DOCKER_HUB, "cupel-transport/transfer", Optional.of("x" + System.nanoTime()), Optional.empty());

    @TempDir
    private Path directory;

    @BeforeEach
    void load() throws IOException {
        Path archive = SharedData.directory().resolve("images/dive-kaniko-image.tar");
        ContentStore store = store("seed");
        Image image = new DockerArchiveSource(archive, Optional.empty()).load(PLATFORM, store);
        new EngineSink(engine, name, Progress.silent()).write(image, store);
    }

    @AfterEach
    void clean() throws IOException {
        engine.images().remove(name.familiar());
    }

    @Test
    @Needs(Provision.ROOT)
    void what_is_read_from_the_engines_disk_is_what_it_exports() throws Exception {
        EngineImage image = engine.images().inspect(name.familiar()).orElseThrow();
        ContentStore store = store("disk");
        OverlayStore disk = new OverlayStore(engine.info().rootDirectory());
        Path archive = directory.resolve("export.tar");
        engine.images().save(name.familiar(), tar -> Files.copy(tar, archive));

        Image read = new LocalImage(image, store, disk, new ByteCount(Progress.silent(), 0)).load().orElseThrow();

        assertThat(read).isEqualTo(new DockerArchiveSource(archive, Optional.empty()).load(PLATFORM, store("export")));
        assertThat(read.layers()).hasSize(14);
    }

    @Test
    void an_engine_whose_disk_is_out_of_reach_exports() throws Exception {
        ContentStore store = store("exported");

        Image loaded = new EngineSource(engine, name.familiar(), Progress.silent()).exported(PLATFORM, store);

        EngineImage image = engine.images().inspect(name.familiar()).orElseThrow();
        assertThat(loaded.configBlob().digest()).isEqualTo(image.id());
        assertThat(loaded.layers()).extracting(Layer::diffId).isEqualTo(image.diffIds());
    }

    @Test
    @Needs(Provision.ROOT)
    void what_is_seen_in_the_engines_directories_is_what_it_exports() throws Exception {
        ContentStore store = store("seen");
        EngineSource source = new EngineSource(engine, name.familiar(), Progress.silent());

        List<String> seen = source.look(PLATFORM, store, found -> told(found.image(), found.open().root()));
        List<String> again = source.look(PLATFORM, store, found -> told(found.image(), found.open().root()));

        Image exported = source.exported(PLATFORM, store("all"));
        assertThat(seen).isEqualTo(told(exported, LayeredRootFs.of(exported, store("all")))).isEqualTo(again);
        assertThat(StoreListing.of(store, List.of()).files())
                .as("nothing but the manifest and notes of lengths is kept")
                .allMatch(file -> file.sizeBytes() < 4096);
    }

    private static List<String> told(Image image, RootFs root) throws IOException {
        List<String> told = new ArrayList<>(List.of(image.manifest().toString(), image.layers().toString()));
        for (Node node : root.walk().toList()) {
            Entry entry = node.entry();
            told.add(node.layer() + " " + entry.span() + entry.type() + entry.path() + entry.mode() + entry.uid() + entry.link() + entry.modified()
                    + (root.contentOf(node).entry().isFile() ? root.digest(node) + " " + root.head(node, 100).length : ""));
        }
        return told;
    }

    @Test
    void a_known_image_needs_neither_disk_nor_export() throws Exception {
        EngineImage image = engine.images().inspect(name.familiar()).orElseThrow();
        ContentStore store = store("known");
        Image first = new EngineSource(engine, name.familiar(), Progress.silent()).load(PLATFORM, store);

        assertThat(new KnownImage(image.id(), image.diffIds()).in(store)).contains(first);
        assertThat(new KnownImage(image.id(), image.diffIds()).in(store("empty"))).isEmpty();
    }

    @Test
    @Needs(Provision.ROOT)
    void a_layer_that_somebody_changed_on_disk_is_not_believed() throws Exception {
        EngineImage image = engine.images().inspect(name.familiar()).orElseThrow();
        Path root = engine.info().rootDirectory();
        Path copy = Files.createDirectories(directory.resolve("docker"));
        new ProcessBuilder("sh", "-c", "cp -a --parents image/overlay2/imagedb/content/sha256/" + image.id().hex() + " '" + copy + "'")
                .directory(root.toFile()).inheritIO().start().waitFor();
        for (int i = 0; i < image.diffIds().size(); i++) {
            Digest chain = OverlayStore.chainId(image.diffIds().subList(0, i + 1));
            String layer = "image/overlay2/layerdb/sha256/" + chain.hex();
            String cache = Files.readString(root.resolve(layer).resolve("cache-id"));
            new ProcessBuilder("cp", "-a", "--parents", layer, "overlay2/" + cache + "/diff", copy.toString())
                    .directory(root.toFile()).inheritIO().start().waitFor();
            corrupt(copy.resolve("overlay2").resolve(cache).resolve("diff"));
        }

        Optional<Image> read =
                new LocalImage(image, store("changed"), new OverlayStore(copy), new ByteCount(Progress.silent(), 0)).load();

        assertThat(read).isEmpty();
    }

    @Test
    void an_image_the_engine_lacks_is_told_with_what_to_do() {
        EngineSource source = new EngineSource(engine, "cupel-transport/none:1", Progress.silent());

        assertThatThrownBy(() -> source.load(PLATFORM, store("none")))
                .isInstanceOfSatisfying(CupelException.class, e -> assertThat(e.next()).contains("docker://"))
                .hasMessageContaining("has no image \"cupel-transport/none:1\"");
    }

    @Test
    void an_image_that_the_engine_has_only_gets_the_name() throws Exception {
        ContentStore store = store("again");
        Image image = new EngineSource(engine, name.familiar(), Progress.silent()).load(PLATFORM, store);
        ImageName other = name.withTag(name.tagOrLatest() + "-cupel");

        new EngineSink(engine, other, Progress.silent()).write(image, store("empty"));

        List<String> tags = engine.images().inspect(image.configBlob().digest().toString()).orElseThrow().tags();
        assertThat(tags).contains(other.familiar());
        engine.images().remove(other.familiar());
    }

    private ContentStore store(String store) {
        return ContentStore.at(directory.resolve(store));
    }

    private static void corrupt(Path diff) throws IOException {
        try (var files = Files.walk(diff)) {
            Optional<Path> file = files.filter(Files::isRegularFile).filter(one -> one.toFile().length() > 0).findFirst();
            if (file.isPresent()) {
                byte[] bytes = Files.readAllBytes(file.get());
                bytes[0] ^= 1;
                Files.write(file.get(), bytes);
            }
        }
    }
}
