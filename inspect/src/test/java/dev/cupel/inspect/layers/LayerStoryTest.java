package dev.cupel.inspect.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.rootfs.LayerOpening;
import dev.cupel.image.rootfs.TarFiles;
import dev.cupel.inspect.TestImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerStoryTest {
    @TempDir
    private Path work;

    @Test
    void each_layer_tells_what_it_adds_changes_and_removes() throws IOException, InterruptedException, MalformedManifest {
        LayerStory story = story(image()
                .layer("one", "mkdir a b; echo 1 > a/x; echo 2 > a/y; echo 3 > b/z")
                .layer("two", "mkdir a; echo new > a/x; touch a/.wh.y; echo 4 > c"));

        assertThat(told(story, 0)).containsExactlyInAnyOrder("added /", "added /a", "added /b", "added /a/x", "added /a/y", "added /b/z");
        assertThat(told(story, 1)).containsExactlyInAnyOrder("changed /a/x", "removed /a/y", "added /c");
    }

    @Test
    void a_directory_made_anew_loses_what_it_does_not_bring_again() throws IOException, InterruptedException, MalformedManifest {
        LayerStory story = story(image()
                .layer("one", "mkdir a; echo 1 > a/x; echo 2 > a/y")
                .layer("two", "mkdir a; touch a/.wh..wh..opq; echo 1 > a/x"));

        assertThat(told(story, 1)).containsExactlyInAnyOrder("changed /a/x", "removed /a/y");
        assertThat(story.losses()).allMatch(loss -> loss.cause() == Loss.Cause.REPLACED_DIRECTORY).hasSize(2);
    }

    @Test
    void a_file_that_keeps_another_name_is_not_lost() throws IOException, InterruptedException, MalformedManifest {
        LayerStory kept = story(image().layer("one", "echo 1 > a; ln a b").layer("two", "touch .wh.a"));
        LayerStory lost = story(image().layer("one", "echo 1 > a; ln a b").layer("two", "touch .wh.a .wh.b"));

        assertThat(kept.losses()).isEmpty();
        assertThat(lost.losses()).hasSize(1);
    }

    @Test
    void the_same_content_again_is_told_from_another() throws IOException, InterruptedException, MalformedManifest {
        LayerStory story = story(image().layer("one", "echo 1 > a; echo 2 > b").layer("two", "echo 1 > a; chmod 600 a; echo 3 > b"));

        assertThat(story.losses()).extracting(Loss::cause).containsExactlyInAnyOrder(Loss.Cause.COPIED_AGAIN, Loss.Cause.OVERWRITTEN);
    }

    @Test
    void a_file_in_place_of_a_directory_removes_what_was_in_it() throws IOException, InterruptedException, MalformedManifest {
        LayerStory story = story(image().layer("one", "mkdir a; echo 1 > a/x").layer("two", "echo 2 > a"));

        assertThat(told(story, 1)).containsExactlyInAnyOrder("changed /a", "removed /a/x");
        assertThat(story.visibleBytes()).isEqualTo(2);
    }

    private TestImage image() {
        return new TestImage(work);
    }

    private static LayerStory story(TestImage made) throws IOException, MalformedManifest {
        return LayerStory.of(new LayerOpening(made.store()).open(made.image().layers()).stream().map(TarFiles::of).toList());
    }

    private static List<String> told(LayerStory story, int layer) {
        return story.changes().get(layer).stream().map(one -> one.kind().word() + " " + one.path()).toList();
    }
}
