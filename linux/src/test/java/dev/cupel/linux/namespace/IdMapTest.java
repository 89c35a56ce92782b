package dev.cupel.linux.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdMapTest {
    @TempDir
    private Path folder;

    @Test
    void the_machines_own_namespace_has_everyone() {
        IdMap map = IdMap.parse("         0          0 4294967295\n");

        assertThat(map.isWhole()).isTrue();
        assertThat(map.has(4_294_967_294L)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "1,true", "65536,true", "65537,false", "70000,true", "70001,false"})
    void another_has_those_of_its_ranges(long id, boolean there) {
        IdMap map = IdMap.parse("0 1000 1\n1 100000 65536\n70000 9 1\n");

        assertThat(map.isWhole()).isFalse();
        assertThat(map.has(id)).isEqualTo(there);
        assertThat(map.last()).isEqualTo(65_536);
    }

    @Test
    void subordinate_ranges_follow_root_without_a_gap() throws IOException {
        Path file = Files.writeString(folder.resolve("subuid"), "other:1:9\nann:100000:65536\n1000:300000:10\nbroken:line\nann:5:0\n");

        IdMap map = IdMap.rootIs(1000).with(new SubordinateIds(file).of("ann", 1000));

        assertThat(map.toString()).isEqualTo("0 1000 1\n1 100000 65536\n65537 300000 10");
    }

    @Test
    void nobody_has_subordinate_ids_where_there_is_no_file() throws IOException {
        assertThat(new SubordinateIds(folder.resolve("none")).of("ann", 1000)).isEqualTo(List.of());
    }
}
