package dev.cupel.observe.sensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table in `docs/sensors.md`: a row a scene, a column a sensor. It is measured, never written: with the system property
/// `cupel.rewrite=true` a contract puts its column there instead of comparing.
record SensorTable(Path file) {
    private static final String BEGIN = "<!-- measured: begin -->";
    private static final String END = "<!-- measured: end -->";
    private static final List<String> COLUMNS =
            List.of("fanotify", "ebpf", "fanotify + ebpf", "seccomp", "ptrace", "ptrace, every call");

    static SensorTable documented() {
        return new SensorTable(Path.of("../docs/sensors.md"));
    }

    static boolean isRewritten() {
        return Boolean.getBoolean("cupel.rewrite");
    }

    /// What the table says of a sensor, by scene; a scene that it does not have is not in the answer.
    Map<String, String> column(String sensor) throws IOException {
        Map<String, String> column = new TreeMap<>();
        cells().forEach((scene, row) -> column.put(scene, row.getOrDefault(sensor, "")));
        return column;
    }

    /// Puts a column in place; rows are those of [Scene], in its order.
    void rewrite(String sensor, Map<String, String> column) throws IOException {
        Map<String, Map<String, String>> cells = cells();
        List<String> lines = new ArrayList<>(List.of(
                BEGIN, "", row("scene", COLUMNS.stream()), row("---", COLUMNS.stream().map(_ -> "---"))));
        for (Scene scene : Scene.values()) {
            Map<String, String> row = cells.getOrDefault(scene.title(), Map.of());
            lines.add(row(
                    scene.title(),
                    COLUMNS.stream().map(one -> one.equals(sensor) ? column.getOrDefault(scene.title(), row.getOrDefault(one, "")) : row.getOrDefault(one, ""))));
        }
        lines.add("");
        String text = Files.readString(file);
        Files.writeString(
                file, text.substring(0, text.indexOf(BEGIN)) + String.join("\n", lines) + "\n" + text.substring(text.indexOf(END)));
    }

    private Map<String, Map<String, String>> cells() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        lines.subList(lines.indexOf(BEGIN), lines.indexOf(END)).stream()
                .filter(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList())
                .forEach(row -> cells.put(row.getFirst(), named(row.subList(1, row.size()))));
        return cells;
    }

    private static Map<String, String> named(List<String> row) {
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < COLUMNS.size() && i < row.size(); i++) {
            cells.put(COLUMNS.get(i), row.get(i));
        }
        return cells;
    }

    private static String row(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
