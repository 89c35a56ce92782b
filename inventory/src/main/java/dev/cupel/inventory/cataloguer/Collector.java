package dev.cupel.inventory.cataloguer;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Remark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Where cataloguers put what they find. For use by one thread.
public final class Collector {
    private final List<Component> components = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, SortedSet<String>> needs = new HashMap<>();
    private final Set<ImagePath> owned = new HashSet<>();

    public void add(Component component) {
        components.add(component);
        own(component);
    }

    private void own(Component component) {
        owned.addAll(component.files().present());
        owned.add(component.evidence().file());
    }

    /// Says afterwards what a component needs, for needs are known when everything was seen. A component needs not itself.
    public void needs(String id, Collection<String> others) {
        SortedSet<String> all = new TreeSet<>(others);
        all.remove(id);
        needs.put(id, all);
    }

    public void remark(ImagePath where, String what) {
        remarks.add(new Remark(where, what));
    }

    public List<Component> components() {
        return components.stream()
                .map(one -> Optional.ofNullable(needs.get(one.id())).map(one::needing).orElse(one))
                .toList();
    }

    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /// Whether some component has the file, or is told of by it.
    public boolean owns(ImagePath file) {
        return owned.contains(file) || (file.name().endsWith(".pyc") && owned.contains(sourceOf(file)));
    }

    /// Python compiles on first use, or on installation, and lists nowhere what came of it (PEP 3147).
    private static ImagePath sourceOf(ImagePath compiled) {
        return compiled.parent().name().equals("__pycache__")
                ? compiled.parent().parent().resolve(compiled.name().replaceFirst("\\..*", ".py"))
                : compiled.parent().resolve(compiled.name().replaceFirst("c$", ""));
    }
}
