package dev.cupel.linux.mount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs(Provision.ROOT)
class OverlayTest {
    @TempDir
    private Path folder;

    @Test
    void three_hundred_layers_become_one_view_and_the_highest_wins() throws IOException {
        List<Path> layers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Path layer = Files.createDirectories(folder.resolve("a-path-with,comma:colon\\and some length/" + "x".repeat(64) + i));
            Files.writeString(layer.resolve("own-" + i), "");
            Files.writeString(layer.resolve("shared"), "layer " + i);
            layers.add(layer);
        }
        Overlay overlay = new Overlay(Files.createDirectory(folder.resolve("home")), layers, false);

        Path merged = overlay.mount();

        try {
            assertThat(merged.resolve("shared")).hasContent("layer 299");
            assertThat(merged.resolve("own-0")).exists();
            assertThat(mountedAt(merged)).isTrue();
        } finally {
            Unmount.detach(merged);
        }
        assertThat(mountedAt(merged)).isFalse();
    }

    @Test
    void what_is_written_stays_out_of_the_layers() throws IOException {
        Path layer = Files.createDirectory(folder.resolve("layer"));
        Files.writeString(layer.resolve("file"), "original");
        Overlay overlay = new Overlay(Files.createDirectory(folder.resolve("home")), List.of(layer), false);

        Path merged = overlay.mount();
        try {
            Files.writeString(merged.resolve("file"), "changed");
        } finally {
            Unmount.detach(merged);
        }

        assertThat(layer.resolve("file")).hasContent("original");
        assertThat(overlay.upper().resolve("file")).hasContent("changed");
    }

    @Test
    void taking_away_what_is_not_mounted_does_nothing() throws IOException {
        Unmount.detach(folder);
        Unmount.detach(folder.resolve("nothing-here"));

        assertThat(folder).exists();
    }

    @Test
    void a_line_of_the_mount_table_is_read_with_blanks_in_its_path() {
        String line = "36 35 98:0 /mnt1 /mnt\\0402 rw,noatime master:1 - ext3 /dev/root rw,errors=continue";

        assertThat(MountPoint.parse(line)).contains(new MountPoint("/mnt1", "/mnt 2", "ext3", "rw,errors=continue"));
    }

    private static boolean mountedAt(Path point) throws IOException {
        return MountPoint.all().stream().anyMatch(mount -> mount.point().equals(point.toString()));
    }
}
