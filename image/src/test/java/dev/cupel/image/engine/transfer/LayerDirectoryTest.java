package dev.cupel.image.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.parallel.FanOut;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerDirectoryTest {
    @TempDir
    private Path folder;

    @Test
    void several_threads_find_the_files_of_one_folder() throws IOException {
        Path layer = Files.createDirectory(folder.resolve("layer")).toRealPath();
        List<FanOut.Task<Long>> reads = new ArrayList<>();
        LayerDirectory directory = new LayerDirectory(layer);
        for (int i = 0; i < 400; i++) {
            Path parent = Files.createDirectory(layer.resolve("d" + i));
            for (int j = 0; j < 8; j++) {
                Files.createFile(parent.resolve("f" + j));
                String name = "d" + i + "/f" + j;
                reads.add(() -> size(directory, name));
            }
        }

        assertThat(new FanOut(16).all(reads)).hasSize(3200).containsOnly(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"out/secret", "../outside/secret", "link", "folder", "gone"})
    void nothing_that_leads_out_is_opened(String name) throws IOException {
        Path layer = Files.createDirectory(folder.resolve("layer")).toRealPath();
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createFile(outside.resolve("secret"));
        Files.createDirectory(layer.resolve("folder"));
        Files.createSymbolicLink(layer.resolve("out"), outside);
        Files.createSymbolicLink(layer.resolve("link"), outside.resolve("secret"));

        assertThatThrownBy(() -> size(new LayerDirectory(layer), name)).isInstanceOf(IOException.class);
    }

    private static long size(LayerDirectory directory, String name) throws IOException {
        try (FileChannel file = directory.channel(name)) {
            return file.size();
        }
    }
}
