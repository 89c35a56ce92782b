package dev.cupel.cli;

import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.recording.Recording;
import dev.cupel.slim.report.RunTimeUse;
import dev.cupel.vulnerability.finding.Exposure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How an image was used, as far as a slimming here and recordings of other places tell.
///
/// @param paths that were read, mapped or executed
/// @param whole whether what is not among them was not used while somebody watched
/// @param warnings what is known to be missing
record KnownUse(Set<String> paths, List<Integer> ports, String source, boolean whole, List<String> warnings) {
    static final KnownUse NONE = new KnownUse(Set.of(), List.of(), "", false, List.of());

    // Whoever lists a directory uses none of the packages that have files in it.
    private static final Set<AccessKind> USES = EnumSet.of(AccessKind.READ, AccessKind.EXECUTE);

    KnownUse {
        paths = Set.copyOf(paths);
        ports = List.copyOf(ports);
        warnings = List.copyOf(warnings);
    }

    static KnownUse of(Optional<RunTimeUse> here) {
        return here.map(it -> new KnownUse(it.used(), it.ports(), it.source(), true, List.of())).orElse(NONE);
    }

    /// With what these tell of the image whose files are in `root`. They add to what is known; that a package was never used only those tell that
    /// have lost nothing and have files in them, not programs alone.
    KnownUse and(List<Recording> recordings, RootFs root) {
        Set<String> all = new HashSet<>(paths);
        List<String> sources = new ArrayList<>();
        List<String> incomplete = new ArrayList<>();
        if (!source.isEmpty()) {
            sources.add(source);
        }
        for (Recording one : recordings) {
            one.observations().accesses().stream().filter(Access::found).filter(it -> USES.contains(it.kind())).forEach(it -> add(root.follow(it.path()), all));
            if (!one.complete()) {
                incomplete.add("the recording %s is incomplete (%s): what it does not tell of may have been used".formatted(one.name(), String.join("; ", one.remarks())));
            }
            sources.add("recorded by %s in %s".formatted(String.join(", ", one.tools()), one.name()));
        }
        boolean complete = incomplete.isEmpty() && recordings.stream().anyMatch(KnownUse::tellsOfFiles);
        return new KnownUse(all, ports, String.join("; ", sources), whole || complete, incomplete);
    }

    private static void add(Resolution resolution, Set<String> paths) {
        if (resolution instanceof Resolution.Found(Node node, List<Node> links) && !node.entry().isDirectory()) {
            paths.add(node.path().text());
            links.forEach(link -> paths.add(link.path().text()));
        }
    }

    private static boolean tellsOfFiles(Recording one) {
        return one.observations().accesses().stream().anyMatch(it -> it.found() && it.kind() == AccessKind.READ);
    }

    /// Where a component's files are not known, only the file that tells of it can have been used.
    Exposure of(Component component) {
        boolean used = paths.contains(component.evidence().file().text()) || component.files().present().stream().anyMatch(file -> paths.contains(file.text()));
        if (used) {
            return new Exposure(Exposure.Use.LOADED, ports, source);
        }
        if (!whole) {
            return Exposure.UNKNOWN; // without a source, so that a gate that asks for it cannot tell
        }
        boolean known = !component.files().present().isEmpty() || component.digest().isPresent();
        return new Exposure(known ? Exposure.Use.NEVER_LOADED : Exposure.Use.UNKNOWN, ports, source);
    }
}
