package dev.cupel.slim.analysis.system.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.TestRoots;
import dev.cupel.slim.analysis.system.TestContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkeletonTest {
    @TempDir
    private Path work;

    @Test
    void directories_stay_but_a_module_folder_that_would_be_emptied_does_not() throws Exception {
        RootFs root = new TestRoots(work)
                .made(
                        """
                        mkdir -p tmp var/lib/app/data usr/lib/python3/dist-packages/used usr/lib/python3/dist-packages/empty usr/share/doc/x
                        touch usr/lib/python3/dist-packages/used/__init__.py usr/share/doc/x/README
                        """);

        assertThat(TestContext.of(root).always(new DirectoryAnalyzer()))
                .contains("/tmp", "/var/lib/app/data", "/usr/lib/python3/dist-packages/empty", "/usr/share/doc")
                .doesNotContain("/usr/lib/python3/dist-packages/used", "/usr/share/doc/x");
    }

    @Test
    void other_names_of_a_kept_file_stay_through_chains_of_links() throws Exception {
        RootFs root = new TestRoots(work).made("mkdir -p usr/bin etc/alternatives; touch usr/bin/mawk; ln -s /usr/bin/mawk etc/alternatives/awk; ln -s /etc/alternatives/awk usr/bin/awk");

        assertThat(TestContext.of(root).needs(new AliasAnalyzer(), "/usr/bin/mawk")).containsExactly("/etc/alternatives/awk", "/usr/bin/awk");
    }

    @Test
    void a_volume_stays_with_its_content() throws Exception {
        RootFs root = new TestRoots(work).made("mkdir -p data srv; touch data/seed");

        assertThat(TestContext.of(root).withVolume("/data").always(new VolumeAnalyzer())).containsExactly("/data/**", "/srv");
    }
}
