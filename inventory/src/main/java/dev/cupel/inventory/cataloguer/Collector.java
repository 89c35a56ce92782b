package dev.cupel.inventory.cataloguer;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Remark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where cataloguers put what they find. For use by one thread.
public final class Collector {
    private final List<Component> components = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<ImagePath> owned = new HashSet<>();

    public void add(Component component) {
        components.add(component);
        own(component);
    }

    private void own(Component component) {
        owned.addAll(component.files().present());
        owned.add(component.evidence().file());
    }

    public void remark(ImagePath where, String what) {
        remarks.add(new Remark(where, what));
    }

    public List<Component> components() {
        return List.copyOf(components);
    }

    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /// Whether some component has the file, or is told of by it.
    public boolean owns(ImagePath file) {
        return owned.contains(file);
    }
}
