package dev.cupel.slim.analysis.system.dotnet;

import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The frameworks that are installed: `DOTNET_ROOT/shared/NAME/VERSION`.
record SharedFrameworks(RootFs root, ImageConfig config) {
    private static final List<String> PLACES =
            List.of("/usr/share/dotnet", "/usr/lib/dotnet", "/usr/lib64/dotnet", "/opt/dotnet", "/root/.dotnet");

    /// The folders that the host may choose for a framework: of the version's own release (`8.0`) the newest patch, else of the
    /// same major version, else the newest of all (roll-forward, as its settings allow). What a framework builds on comes with it.
    List<ImagePath> chosenFor(DotnetJson.Framework framework) {
        List<ImagePath> chosen = new ArrayList<>();
        for (ImagePath home : homes()) {
            List<ImagePath> versions = root.children(home.child("shared").child(framework.name())).stream()
                    .map(Node::path)
                    .sorted(Comparator.comparing(ImagePath::name, SharedFrameworks::compare).reversed())
                    .toList();
            String[] parts = framework.version().split("\\.");
            Stream.of(release(parts, 2), release(parts, 1), "")
                    .flatMap(prefix -> versions.stream().filter(path -> path.name().startsWith(prefix)).limit(1))
                    .findFirst()
                    .ifPresent(path -> {
                        chosen.add(path);
                        addBelow(home, framework, path, chosen);
                    });
        }
        return chosen;
    }

    /// What starts programs: `dotnet` and the parts that choose the framework.
    List<ImagePath> hosts() {
        return homes().stream().flatMap(home -> Stream.of(home.child("dotnet"), home.child("host"))).toList();
    }

    /// ASP.NET Core and Windows Desktop stand on the plain framework of the same release.
    private void addBelow(ImagePath home, DotnetJson.Framework framework, ImagePath path, List<ImagePath> chosen) {
        String base = "Microsoft.NETCore.App";
        if (!framework.name().equals(base)) {
            String[] parts = path.name().split("\\.");
            root.children(home.child("shared").child(base)).stream()
                    .map(Node::path)
                    .filter(one -> one.name().startsWith(release(parts, 2)))
                    .forEach(chosen::add);
        }
    }

    private List<ImagePath> homes() {
        return Stream.concat(config.variable("DOTNET_ROOT").stream(), PLACES.stream())
                .map(ImagePath.ROOT::resolve)
                .distinct()
                .filter(home -> root.at(home).isPresent() || !root.children(home).isEmpty())
                .toList();
    }

    private static String release(String[] parts, int count) {
        return parts.length < count || parts[0].isEmpty() ? "" : String.join(".", List.of(parts).subList(0, count)) + ".";
    }

    private static int compare(String one, String other) {
        String[] mine = one.split("[.-]");
        String[] theirs = other.split("[.-]");
        for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
            boolean numbers = mine[i].matches("\\d{1,9}") && theirs[i].matches("\\d{1,9}");
            int order = numbers ? Integer.compare(Integer.parseInt(mine[i]), Integer.parseInt(theirs[i])) : mine[i].compareTo(theirs[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(mine.length, theirs.length);
    }
}
