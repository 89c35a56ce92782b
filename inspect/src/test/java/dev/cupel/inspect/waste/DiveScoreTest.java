package dev.cupel.inspect.waste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.CupelException;
import dev.cupel.image.Platform;
import dev.cupel.image.archive.DockerArchiveSource;
import dev.cupel.image.archive.OciLayoutSource;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.rootfs.LayerOpening;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoredLayer;
import dev.cupel.inspect.TestImage;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Dive's own numbers, to the last digit.
class DiveScoreTest {
    private static final Platform LINUX = new Platform("linux", "amd64", "");

    @TempDir
    private Path work;

    @ParameterizedTest
    @CsvFileSource(resources = "dive-v0.13.1.tsv", delimiter = '\t', emptyValue = "")
    @Needs(Provision.SHARED_DATA)
    void a_foreign_archive_scores_as_dive_scored_it(String file, double efficiency, long size, long wasted, String files) throws IOException {
        ContentStore store = ContentStore.at(work);

        DiveScore score = DiveScore.of(indexes(load(SharedData.directory().resolve("images").resolve(file), store), store));

        assertThat(score.efficiency()).isEqualTo(efficiency);
        assertThat(score.sizeBytes()).isEqualTo(size);
        assertThat(score.wastedBytes()).isEqualTo(wasted);
        assertThat(told(score)).isEqualTo(files == null ? "" : files);
    }

    /// The expected numbers are what dive v0.13.1 says of the same layers, saved by `cupel copy` as a docker archive.
    @Test
    void deletions_count_as_dive_counts_them() throws IOException, InterruptedException, MalformedManifest {
        TestImage made = new TestImage(work)
                .layer("one", "mkdir -p a/b c; head -c 100 /dev/zero > a/one; head -c 20 /dev/zero > a/b/two; head -c 7 /dev/zero > c/x")
                .layer("two", "mkdir a; touch .wh.a a/.wh..wh..opq; head -c 5 /dev/zero > z")
                .layer("three", "mkdir -p a c; touch c/.wh.unknown c/.wh.x; head -c 9 /dev/zero > a/one; head -c 4 /dev/zero > z");

        DiveScore score = DiveScore.of(indexes(made.image(), made.store()));

        assertThat(told(score)).isEqualTo("2:109:/a/one 2:120:/a");
        assertThat(score.efficiency()).isEqualTo(0.1532567049808429);
    }

    private static String told(DiveScore score) {
        return score.wasted().stream().map(one -> one.count() + ":" + one.sizeBytes() + ":" + one.path()).sorted().collect(Collectors.joining(" "));
    }

    private static List<LayerIndex> indexes(Image image, ContentStore store) throws IOException {
        return new LayerOpening(store).open(image.layers()).stream().map(StoredLayer::index).toList();
    }

    private static Image load(Path file, ContentStore store) throws IOException {
        try {
            return new DockerArchiveSource(file, Optional.empty()).load(LINUX, store);
        } catch (CupelException e) {
            return new OciLayoutSource(file, Optional.empty()).load(LINUX, store);
        }
    }
}
