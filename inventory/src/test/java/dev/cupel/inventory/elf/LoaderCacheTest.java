package dev.cupel.inventory.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoaderCacheTest {
    @Test
    void the_cache_of_this_machine_reads_as_ldconfig_prints_it() throws Exception {
        assumeTrue(Files.exists(Path.of("/etc/ld.so.cache")) && Files.isExecutable(Path.of("/sbin/ldconfig")), "no glibc here");
        Process process = new ProcessBuilder("/sbin/ldconfig", "-p").start();
        List<String> printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" => "))
                .map(line -> line.strip().replaceFirst(" \\(.*\\)", ""))
                .toList();

        LoaderCache cache = LoaderCache.read(Files.readAllBytes(Path.of("/etc/ld.so.cache")));

        assertThat(cache.libraries().stream().map(one -> one.name() + " => " + one.path())).isEqualTo(printed);
    }

    @FuzzTest
    void any_bytes_are_read_or_refused(byte[] bytes) {
        byte[] file = ("glibc-ld.so.cache1.1" + new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        try {
            assertThat(LoaderCache.read(file).libraries()).isNotNull();
        } catch (MalformedElf expected) {
            assertThat(expected).hasMessageContaining("loader cache");
        }
    }
}
