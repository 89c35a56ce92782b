package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The places of an image that Python itself would look for, found in one walk.
///
/// @param libraries standard libraries: folders with `os.py` beside `site.py`
/// @param sites folders of installed packages
/// @param environments folders with a `pyvenv.cfg`
/// @param natives extension modules by the path they have without their suffix
record Landmarks(
        List<ImagePath> libraries, List<ImagePath> sites, List<ImagePath> environments, Map<ImagePath, ImagePath> natives) {
    private static final Set<String> SITES = Set.of("site-packages", "dist-packages");

    static Landmarks of(RootFs root) {
        Landmarks found = new Landmarks(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        root.walk().forEach(node -> found.look(node, root));
        return found;
    }

    private void look(Node node, RootFs root) {
        ImagePath path = node.path();
        String name = path.name();
        if (node.entry().isDirectory()) {
            if (SITES.contains(name)) {
                sites.add(path);
            }
        } else if (name.equals("os.py") && root.at(path.parent().child("site.py")).isPresent()) {
            libraries.add(path.parent());
        } else if (name.equals("pyvenv.cfg")) {
            environments.add(path.parent());
        } else if (name.endsWith(".so")) {
            natives.putIfAbsent(path.parent().child(name.substring(0, name.indexOf('.'))), path);
        }
    }
}
