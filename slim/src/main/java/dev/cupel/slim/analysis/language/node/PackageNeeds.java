package dev.cupel.slim.analysis.language.node;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.node.PackageJson;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A package of which one file is used stays whole, and with it what it depends on in production. Its `package.json` stands
/// for all of it.
record PackageNeeds(NodeWorld world, RootFs root) {
    List<Need> of(ImagePath path, Optional<PackagePlace> place) throws IOException {
        boolean description = path.name().equals("package.json");
        if (place.isEmpty()) {
            return description ? dependencies(path) : List.of();
        }
        PackagePlace installed = place.get();
        if (!path.equals(installed.description())) {
            return root.at(installed.description()).isPresent()
                    ? List.of(Need.of(installed.description(), whole(installed, path)))
                    : List.of();
        }
        List<Need> needs = new ArrayList<>(dependencies(path));
        DeadInPackage dead = new DeadInPackage(world.machine());
        root.walk(installed.folder())
                .filter(node -> !node.entry().isDirectory())
                .filter(node -> !isNested(node.path(), installed) && !dead.isDead(node.path(), installed))
                .forEach(node -> needs.add(Need.of(node.path(), whole(installed, path))));
        needs.addAll(entry(installed, path));
        return needs;
    }

    /// The package's own door, even where it lies in a folder that is dead otherwise.
    private List<Need> entry(PackagePlace installed, ImagePath path) throws IOException {
        return world.modules().find("./" + installed.folder().name(), installed.folder().parent()).stream()
                .map(file -> Need.of(file, new Reason.NeededBy(path, "entry file")))
                .toList();
    }

    private List<Need> dependencies(ImagePath description) throws IOException {
        Optional<PackageJson> read = new PackageFiles(root).in(description.parent());
        if (read.isEmpty()) {
            return List.of();
        }
        List<Need> needs = new ArrayList<>();
        for (String name : Stream.concat(read.get().dependencies().stream(), read.get().optional().stream()).toList()) {
            Optional<ImagePath> folder = Tools.isTool(name)
                    ? Optional.empty()
                    : world.modules().packageFolder(name, description.parent());
            if (folder.isPresent() && world.machine().accepts(folder.get(), root)) {
                needs.add(Need.of(folder.get().child("package.json"), new Reason.NeededBy(description, "dependency")));
            }
        }
        return needs;
    }

    private static boolean isNested(ImagePath path, PackagePlace outer) {
        return PackagePlace.of(path).filter(place -> !place.equals(outer)).isPresent() || path.text().contains("/node_modules/.bin/");
    }

    private static Reason whole(PackagePlace place, ImagePath because) {
        return new Reason.Coherent("npm package " + place.folder().name(), because);
    }
}
