package dev.cupel.inventory.java;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which Maven artifacts an archive is made of: itself, and those whose classes were packed into it ("shaded").
///
/// @param self the archive's own; its group is empty where nothing tells it
/// @param inside others that it holds, in the order of its directory
public record JarIdentity(Coordinates self, List<Coordinates> inside) {
    private static final Pattern FILE_NAME =
            Pattern.compile("(?<name>[A-Za-z][A-Za-z0-9.]*(?:[-_][A-Za-z][A-Za-z0-9.]*)*)[-_](?<version>v?\\d[\\w.+-]*?)(?:-(?:SNAPSHOT-)?sources|-javadoc)?");
    private static final int LONGEST_NAME = 255; // of files; entries of archives may have longer ones, to keep a matcher busy
    private static final Pattern PROPERTY = Pattern.compile("(?m)^\\s*(groupId|artifactId|version)\\s*[=:]\\s*(.*?)\\s*$");
    private static final List<String> VERSIONS =
            List.of("implementation-version", "bundle-version", "plugin-version", "specification-version");

    /// Group, artifact and version as Maven names them.
    public record Coordinates(String group, String artifact, String version) {}

    public JarIdentity {
        inside = List.copyOf(inside);
    }

    /// Tells by the archive's own `pom.properties`; without any, by its name and its manifest.
    ///
    /// @param fileName last name of the archive's path
    public static JarIdentity of(JarArchive archive, String fileName, KnownGroups groups) throws MalformedJar {
        String stem = fileName.replaceFirst("\\.[^.]+$", "");
        List<Coordinates> poms = new ArrayList<>();
        for (JarEntry entry : archive.entries()) {
            if (entry.name().startsWith("META-INF/maven/") && entry.name().endsWith("/pom.properties")) {
                properties(archive.content(entry)).ifPresent(poms::add);
            }
        }
        if (poms.size() == 1) {
            return new JarIdentity(poms.getFirst(), List.of());
        }
        for (Coordinates pom : poms) {
            if (stem.equals(pom.artifact) || stem.startsWith(pom.artifact + "-" + pom.version)) {
                return new JarIdentity(pom, poms.stream().filter(one -> !one.equals(pom)).distinct().toList());
            }
        }
        return new JarIdentity(byName(archive, stem, groups), poms.stream().distinct().toList());
    }

    private static Optional<Coordinates> properties(byte[] bytes) {
        Map<String, String> values = new HashMap<>();
        PROPERTY.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).results().forEach(one -> values.put(one.group(1), one.group(2)));
        Coordinates told = new Coordinates(
                values.getOrDefault("groupId", ""), values.getOrDefault("artifactId", ""), values.getOrDefault("version", ""));
        return values.size() == 3 ? Optional.of(told) : Optional.empty();
    }

    private static Coordinates byName(JarArchive archive, String stem, KnownGroups groups) throws MalformedJar {
        Map<String, String> manifest = manifest(archive);
        Matcher name = FILE_NAME.matcher(stem);
        boolean named = stem.length() <= LONGEST_NAME && name.matches();
        if (named) {
            return new Coordinates(groups.of(name.group("name")).orElseGet(() -> group(manifest, name.group("name"))), name.group("name"), name.group("version"));
        }
        String version = VERSIONS.stream().map(key -> manifest.getOrDefault(key, "")).filter(text -> !text.isEmpty()).findFirst().orElse("");
        return new Coordinates(groups.of(stem).orElseGet(() -> group(manifest, stem)), stem, version);
    }

    private static Map<String, String> manifest(JarArchive archive) throws MalformedJar {
        Optional<JarEntry> entry = archive.entry("META-INF/MANIFEST.MF");
        return entry.isEmpty() ? Map.of() : JarManifest.read(archive.content(entry.get())).attributes();
    }

    /// OSGi names are made of the group and the artifact more often than not.
    private static String group(Map<String, String> manifest, String artifact) {
        String vendor = manifest.getOrDefault("implementation-vendor-id", "");
        if (vendor.matches("[\\w-]+(\\.[\\w-]+)+")) {
            return vendor;
        }
        String symbolic = manifest.getOrDefault("bundle-symbolicname", "").replaceFirst(";.*", "").strip();
        if (symbolic.endsWith("." + artifact)) {
            return symbolic.substring(0, symbolic.length() - artifact.length() - 1);
        }
        if (!symbolic.matches("[\\w-]+(\\.[\\w-]+)+")) {
            return "";
        }
        // Of most names the last part is the artifact, in some spelling; `com.h2database` is a group by itself.
        String shorter = symbolic.substring(0, symbolic.lastIndexOf('.'));
        return shorter.contains(".") ? shorter : symbolic;
    }
}
