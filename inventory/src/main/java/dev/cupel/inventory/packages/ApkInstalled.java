package dev.cupel.inventory.packages;

import dev.cupel.image.ImagePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// apk's `installed`: paragraphs of `letter:value` lines. `F` opens a directory, the `R` lines after it are its files.
final class ApkInstalled {
    static final List<ImagePath> PLACES =
            List.of(ImagePath.of("/lib/apk/db/installed"), ImagePath.of("/usr/lib/apk/db/installed"));
    private static final int MOST_PACKAGES = 100_000;

    /// apk knows no essential packages; these sources make the system that all others stand on.
    private static final Set<String> SYSTEM =
            Set.of("alpine-base", "alpine-baselayout", "alpine-keys", "alpine-release", "apk-tools", "busybox", "libc-dev", "musl");

    private ApkInstalled() {}

    static List<PackageRecord> read(String text, ImagePath from) throws MalformedPackageDatabase {
        List<PackageRecord> records = new ArrayList<>();
        Map<Character, String> values = new HashMap<>();
        List<String> paths = new ArrayList<>();
        String directory = "";
        for (String line : (Iterable<String>) (text + "\n\n").lines()::iterator) {
            if (line.isEmpty()) {
                if (values.containsKey('P')) {
                    records.add(record(values, paths, from));
                }
                values.clear();
                paths.clear();
            } else if (line.length() >= 2 && line.charAt(1) == ':') {
                String value = line.substring(2);
                switch (line.charAt(0)) {
                    case 'F' -> {
                        directory = value;
                        paths.add("/" + value);
                    }
                    case 'R' -> paths.add("/" + directory + "/" + value);
                    default -> values.put(line.charAt(0), value);
                }
            }
            if (records.size() > MOST_PACKAGES) {
                throw new MalformedPackageDatabase("more than %d packages".formatted(MOST_PACKAGES));
            }
        }
        return records;
    }

    private static PackageRecord record(Map<Character, String> values, List<String> paths, ImagePath from) {
        String name = values.getOrDefault('P', "");
        String source = values.getOrDefault('o', name);
        return new PackageRecord(
                "apk",
                name,
                values.getOrDefault('V', ""),
                values.getOrDefault('A', ""),
                source,
                values.getOrDefault('V', ""),
                "",
                values.getOrDefault('m', ""),
                values.getOrDefault('L', "").isEmpty() ? List.of() : List.of(values.getOrDefault('L', "")),
                SYSTEM.contains(source),
                Dependencies.apkNames(values.getOrDefault('D', "")),
                Dependencies.apkNames(values.getOrDefault('p', "")),
                from,
                List.copyOf(paths),
                CameWith.read(Optional.ofNullable(values.get(CameWith.APK.field().charAt(0)))));
    }
}
