package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.packages.PackageIndex;
import dev.cupel.inventory.python.DistInfo;
import dev.cupel.inventory.python.EntryPoint;
import dev.cupel.inventory.python.RecordFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Divides one folder of installed packages into units: first by the distributions' own records, then by the packages of the
/// operating system, the rest by top-level name.
record SiteUnits(RootFs root, PackageIndex packages, ImagePath site) {
    private static final int MOST_BYTES = 32 << 20;

    List<Unit> all() throws IOException {
        List<Unit> units = new ArrayList<>();
        Set<ImagePath> taken = new HashSet<>();
        for (Node child : root.children(site)) {
            ImagePath recordFile = child.path().child("RECORD");
            if (child.path().name().endsWith(".dist-info") && root.at(recordFile).isPresent()) {
                Unit unit = recorded(child.path(), recordFile);
                units.add(unit);
                taken.addAll(unit.files());
            }
        }
        Map<String, SortedSet<ImagePath>> groups = new TreeMap<>();
        root.walk(site)
                .filter(node -> !node.entry().isDirectory() && !taken.contains(node.path()))
                .forEach(node -> groups.computeIfAbsent(groupOf(node.path()), _ -> new TreeSet<>()).add(node.path()));
        for (Map.Entry<String, SortedSet<ImagePath>> group : groups.entrySet()) {
            units.add(grouped(group.getKey(), group.getValue()));
        }
        return units;
    }

    private Unit recorded(ImagePath info, ImagePath recordFile) throws IOException {
        TreeSet<ImagePath> files = RecordFile.paths(text(recordFile)).stream()
                .filter(path -> path.indexOf('\0') < 0)
                .map(site::resolve)
                .filter(path -> root.at(path).filter(node -> !node.entry().isDirectory()).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        root.walk(info).filter(node -> !node.entry().isDirectory()).forEach(node -> files.add(node.path()));
        DistInfo described = DistInfo.read(text(info.child("METADATA")));
        return new Unit(
                "Python distribution " + described.name(),
                recordFile,
                files,
                modules(files),
                EntryPoint.readAll(text(info.child("entry_points.txt"))),
                described.requires());
    }

    private String groupOf(ImagePath path) {
        return packages.ownerOf(path)
                .map(owner -> "package " + owner.name())
                .orElseGet(() -> "Python module " + topOf(path).replaceFirst("\\..*|-.*", ""));
    }

    private Unit grouped(String name, SortedSet<ImagePath> files) throws IOException {
        ImagePath anchor = files.stream().filter(path -> !isDescription(path)).findFirst().orElse(files.first());
        List<EntryPoint> entryPoints = new ArrayList<>();
        for (ImagePath file : files) {
            if (file.name().equals("entry_points.txt")) {
                entryPoints.addAll(EntryPoint.readAll(text(file)));
            }
        }
        return new Unit(name, anchor, files, modules(files), entryPoints, List.of());
    }

    private SortedSet<String> modules(SortedSet<ImagePath> files) {
        return files.stream()
                .filter(path -> path.isWithin(site) && !isDescription(path))
                .map(path -> topOf(path).replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The first part of the path below the site folder.
    private String topOf(ImagePath path) {
        String below = path.text().substring(site.text().length() + 1);
        int slash = below.indexOf('/');
        return slash < 0 ? below : below.substring(0, slash);
    }

    private String text(ImagePath path) throws IOException {
        return root.read(path, MOST_BYTES).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    }

    /// Whether a file only describes a distribution: such files are read of all that are installed, used or not.
    static boolean isDescription(ImagePath path) {
        return path.text().contains(".dist-info/") || path.text().contains(".egg-info") || path.name().endsWith(".pth");
    }
}
