package dev.cupel.inventory.packages;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.Quoted;
import dev.cupel.image.compression.Compression;
import dev.cupel.image.compression.ExpansionLimit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Ubuntu's chisel cut out of which package: lines of JSON, compressed with zstd (chisel, `public/manifest` and
/// `public/jsonwall`, schema 1.0). A line is of one kind: `package`, `slice`, `path` or `content`.
public final class ChiselManifest {
    public static final ImagePath PLACE = ImagePath.of("/var/lib/chisel/manifest.wall");
    static final int MOST_BYTES = 64 << 20;
    private static final int MOST_EXPANDED = 256 << 20;
    private static final int MOST_PACKAGES = 100_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ChiselManifest() {}

    /// Expands a manifest to its lines.
    public static List<String> lines(byte[] manifest) throws MalformedPackageDatabase {
        try (InputStream in = Compression.expand(new ByteArrayInputStream(manifest), new ExpansionLimit(8 << 20, 100, MOST_EXPANDED))) {
            byte[] text = in.readNBytes(MOST_EXPANDED);
            return NameBytes.text(text).lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new MalformedPackageDatabase("chisel's manifest cannot be expanded: " + e.getMessage());
        }
    }

    /// The packages that a line is about; the header is about none.
    public static List<String> packagesOf(String line) throws MalformedPackageDatabase {
        JsonNode json = json(line);
        return switch (text(json, "kind")) {
            case "package" -> List.of(text(json, "name"));
            case "slice" -> List.of(packageOf(text(json, "name")));
            case "content" -> List.of(packageOf(text(json, "slice")));
            case "path" -> slices(json).stream().map(ChiselManifest::packageOf).distinct().toList();
            default -> List.of();
        };
    }

    static List<PackageRecord> read(byte[] manifest, ImagePath from) throws MalformedPackageDatabase {
        Map<String, JsonNode> packages = new LinkedHashMap<>();
        Map<String, TreeSet<String>> files = new TreeMap<>();
        for (String line : lines(manifest)) {
            JsonNode json = json(line);
            if (text(json, "kind").equals("package")) {
                packages.put(text(json, "name"), json);
            } else if (text(json, "kind").equals("path") && isFile(text(json, "path"))) {
                slices(json).forEach(slice -> files.computeIfAbsent(packageOf(slice), _ -> new TreeSet<>()).add(text(json, "path")));
            }
            if (packages.size() > MOST_PACKAGES) {
                throw new MalformedPackageDatabase("more than %d packages".formatted(MOST_PACKAGES));
            }
        }
        List<PackageRecord> records = new ArrayList<>();
        packages.forEach((name, one) -> records.add(record(name, one, List.copyOf(files.getOrDefault(name, new TreeSet<>())), from)));
        return records;
    }

    private static PackageRecord record(String name, JsonNode one, List<String> files, ImagePath from) {
        String version = text(one, "version");
        return new PackageRecord(
                "deb", name, version, text(one, "arch"), name, version, "", "", List.of(), false, List.of(), List.of(), from, files, 0);
    }

    /// Directories end in a slash.
    private static boolean isFile(String path) {
        return path.startsWith("/") && !path.endsWith("/") && path.indexOf('\0') < 0;
    }

    private static List<String> slices(JsonNode path) {
        List<String> names = new ArrayList<>();
        path.path("slices").forEach(slice -> names.add(slice.asString("")));
        return names;
    }

    /// A slice is called `package_slice`; no package has an underscore in its name.
    private static String packageOf(String slice) {
        int end = slice.indexOf('_');
        return end < 0 ? slice : slice.substring(0, end);
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }

    private static JsonNode json(String line) throws MalformedPackageDatabase {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new MalformedPackageDatabase("chisel's manifest has a line that is not JSON: " + Quoted.of(line));
        }
    }
}
