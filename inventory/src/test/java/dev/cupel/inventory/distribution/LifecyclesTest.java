package dev.cupel.inventory.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifecyclesTest {
    private final Lifecycles lifecycles = Lifecycles.load();

    @Test
    void a_release_is_known_by_its_version_or_the_first_parts_of_it() {
        assertThat(of("alpine", "3.20.3")).isEqualTo(ends("2026-04-01"));
        assertThat(of("debian", "12.7")).isEqualTo(new Lifecycle.Ends(LocalDate.parse("2028-06-30"), Optional.of(LocalDate.parse("2033-06-30"))));
        assertThat(of("amzn", "2023")).isEqualTo(ends("2029-06-30"));
        assertThat(of("unheard", "1")).isEqualTo(new Lifecycle.Unknown());
        assertThat(of("alpine", "9.9")).isEqualTo(new Lifecycle.Unknown());
    }

    @Test
    void what_rolls_has_no_end_whatever_its_version() {
        assertThat(List.of(of("wolfi", "20230201"), of("arch", ""))).containsOnly(new Lifecycle.Rolling());
    }

    /// The files of Debian's distro-info-data 0.58+deb12u6, unchanged.
    @Test
    void debian_and_ubuntu_are_as_distro_info_data_has_them() throws IOException {
        for (Release one : releases("debian", 7, List.of("eol", "eol-lts"), List.of("eol-elts"))) {
            assertThat(of("debian", one.version)).as("debian " + one.version).isEqualTo(one.lifecycle);
        }
        for (Release one : releases("ubuntu", 12, List.of("eol", "eol-server"), List.of("eol-esm", "eol-legacy"))) {
            assertThat(of("ubuntu", one.version)).as("ubuntu " + one.version).isEqualTo(one.lifecycle);
        }
    }

    private record Release(String version, Lifecycle lifecycle) {}

    private static List<Release> releases(String distribution, double from, List<String> free, List<String> paid) throws IOException {
        try (InputStream in = LifecyclesTest.class.getResourceAsStream("distro-info-" + distribution + ".csv")) {
            List<String[]> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(",")).toList();
            List<String> heads = List.of(lines.getFirst());
            List<Release> releases = new ArrayList<>();
            for (String[] line : lines.subList(1, lines.size())) {
                String version = line[0].replace(" LTS", "");
                Optional<LocalDate> end = latest(heads, line, free);
                if (!version.isEmpty() && Double.parseDouble(version) >= from && end.isPresent()) {
                    releases.add(new Release(version, new Lifecycle.Ends(end.get(), latest(heads, line, paid))));
                }
            }
            assertThat(releases).hasSizeGreaterThan(6);
            return releases;
        }
    }

    private static Optional<LocalDate> latest(List<String> heads, String[] line, List<String> columns) {
        Stream<String> days = IntStream.range(0, line.length).filter(i -> columns.contains(heads.get(i))).mapToObj(i -> line[i]);
        return days.filter(text -> !text.isEmpty()).map(LocalDate::parse).max(Comparator.naturalOrder());
    }

    private Lifecycle of(String id, String version) {
        return lifecycles.of(new Distribution(id, version, ""));
    }

    private static Lifecycle ends(String day) {
        return new Lifecycle.Ends(LocalDate.parse(day), Optional.empty());
    }
}
