package dev.cupel.inventory.cataloguer.claims;

import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.cataloguer.Collector;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Adds what bills claim, but nothing that was found by itself or claimed before.
record Unrepeated(List<Component> claimed) {
    void addTo(Collector found) {
        Set<String> known = new HashSet<>();
        found.components().forEach(one -> known.add(key(one)));
        for (Component one : claimed) {
            if (known.add(key(one))) {
                found.add(one);
            }
        }
    }

    private static String key(Component one) {
        return one.url().type() + " " + one.url().namespace() + "/" + one.url().name() + "@" + one.url().version();
    }
}
