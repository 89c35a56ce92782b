package dev.cupel.inspect.waste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.rootfs.LayerOpening;
import dev.cupel.image.rootfs.TarFiles;
import dev.cupel.inspect.TestImage;
import dev.cupel.inspect.layers.LayerStory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReclaimableTest {
    @TempDir
    private Path work;

    @Test
    void two_equal_copies_count_once() throws IOException, InterruptedException, MalformedManifest {
        Reclaimable account = account(new TestImage(work).layer("one", "head -c 1000 /dev/zero > a").layer("two", "head -c 1000 /dev/zero > a; chmod 600 a"));

        assertThat(account.byKind()).isEqualTo(Map.of(WasteKind.COPIED_AGAIN, 1000L));
        assertThat(account.rows().getFirst().fix()).contains("--chown");
    }

    @Test
    void what_a_later_layer_deletes_is_told_with_the_layer_that_should_have_done_it() throws IOException, InterruptedException, MalformedManifest {
        Reclaimable account = account(new TestImage(work).layer("one", "head -c 1000 /dev/zero > a").layer("two", "touch .wh.a"));

        assertThat(account.rows()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(WasteKind.DELETED);
            assertThat(row.fix()).isEqualTo("remove it in the step that made layer 0, not in that of layer 1");
            assertThat(row.bytes()).isEqualTo(1000);
        });
    }

    @Test
    void duplicates_are_what_could_go_if_one_stayed_and_hard_links_are_none() throws IOException, InterruptedException, MalformedManifest {
        Reclaimable account = account(new TestImage(work).layer("one", "seq 99 > a; cp a b; cp a c; ln a d"));

        assertThat(account.rows()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(WasteKind.DUPLICATE);
            assertThat(row.files()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/var/lib/apt/lists/deb.debian.org_InRelease, PACKAGE_CACHE",
        "/var/cache/apk/APKINDEX.tar.gz, PACKAGE_CACHE",
        "/root/.cache/pip/http/a, PACKAGE_CACHE",
        "/root/.npm/_cacache/x, PACKAGE_CACHE",
        "/home/me/.m2/repository/a.jar, PACKAGE_CACHE",
        "/usr/share/doc/bash/README, DOCUMENTATION",
        "/usr/share/locale/de/LC_MESSAGES/a.mo, LOCALES",
        "/srv/.git/objects/a, VERSION_CONTROL",
        "/tmp/x, TEMPORARY"
    })
    void habits_are_known_by_their_paths(String path, WasteKind kind) throws IOException, InterruptedException, MalformedManifest {
        Reclaimable account = account(new TestImage(work).layer("one", "mkdir -p ." + path + "; rmdir ." + path + "; echo 1 > ." + path));

        assertThat(account.byKind()).containsOnlyKeys(kind);
    }

    @ParameterizedTest
    @CsvSource({"/usr/share/doc/bash/copyright", "/usr/lib/locale/C.utf8/LC_CTYPE", "/var/lib/apt/extended_states", "/usr/share/locale/locale.alias", "/srv/app"})
    void what_an_image_needs_is_no_waste(String path) throws IOException, InterruptedException, MalformedManifest {
        Reclaimable account = account(new TestImage(work).layer("one", "mkdir -p ." + path + "; rmdir ." + path + "; echo 1 > ." + path));

        assertThat(account.rows()).isEmpty();
    }

    private static Reclaimable account(TestImage made) throws IOException, MalformedManifest {
        return Reclaimable.of(LayerStory.of(
                new LayerOpening(made.store()).open(made.image().layers()).stream().map(TarFiles::of).toList()));
    }
}
