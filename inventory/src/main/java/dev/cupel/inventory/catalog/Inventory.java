package dev.cupel.inventory.catalog;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.distribution.Distribution;
import dev.cupel.inventory.facts.SystemFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is in an image.
///
/// @param distribution empty where the image names none
/// @param components sorted; nothing is in it twice by the same evidence
/// @param bundled what packages of the operating system bring along in the form of a language's packages, such as the Python distribution in
///     `py3-requests`; sorted, none of it among the components
/// @param unowned files that belong to no component, in path order: the honest rest
/// @param systemDatabase whether there is a record of the operating system's packages; without one, their absence says nothing
/// @param remarks what could not be read, in path order
public record Inventory(
        Optional<Distribution> distribution,
        List<Component> components,
        List<Component> bundled,
        List<ImagePath> unowned,
        boolean systemDatabase,
        SystemFacts facts,
        List<Remark> remarks) {
    public Inventory {
        components = sorted(components);
        bundled = sorted(bundled);
        unowned = unowned.stream().sorted().toList();
        remarks = remarks.stream().sorted().distinct().toList();
    }

    /// Of one in which system packages bring nothing along, or nobody looked.
    public Inventory(
            Optional<Distribution> distribution, List<Component> components, List<ImagePath> unowned, boolean systemDatabase, SystemFacts facts, List<Remark> remarks) {
        this(distribution, components, List.of(), unowned, systemDatabase, facts, remarks);
    }

    /// With what is bundled among the components: a package of a language in a package of the system is there twice.
    public Inventory unbundled() {
        List<Component> all = Stream.concat(components.stream(), bundled.stream()).toList();
        return new Inventory(distribution, all, List.of(), unowned, systemDatabase, facts, remarks);
    }

    /// By their ids, which are long texts and so made once; equal ones once.
    private static List<Component> sorted(List<Component> components) {
        TreeMap<String, List<Component>> byId = new TreeMap<>();
        components.forEach(one -> byId.computeIfAbsent(one.id(), _ -> new ArrayList<>(1)).add(one));
        // Hashing one walks its files, so it is done only where there is a second.
        return byId.values().stream().flatMap(same -> same.size() == 1 ? same.stream() : same.stream().distinct()).toList();
    }

    /// Those of one ecosystem.
    public Stream<Component> of(Ecosystem ecosystem) {
        return components.stream().filter(one -> one.ecosystem() == ecosystem);
    }

    /// What is left where only the paths stay that `kept` accepts: a component whose files are all gone is gone, one without files
    /// stays as long as its evidence does. Facts are not cut.
    public Inventory keeping(Predicate<ImagePath> kept) {
        return keeping(kept, _ -> true);
    }

    /// The same, where a component is gone, too, of which only paths are left that `telling` does not accept: `/bin`, which is a link to
    /// a directory, is in the lists of a hundred packages and tells of none.
    public Inventory keeping(Predicate<ImagePath> kept, Predicate<ImagePath> telling) {
        return new Inventory(
                distribution,
                keeping(components, kept, telling),
                keeping(bundled, kept, telling),
                unowned.stream().filter(kept).toList(),
                systemDatabase,
                facts,
                remarks);
    }

    private static List<Component> keeping(List<Component> all, Predicate<ImagePath> kept, Predicate<ImagePath> telling) {
        return all.stream()
                .filter(one -> one.files().present().isEmpty() ? kept.test(one.evidence().file()) : one.files().present().stream().anyMatch(kept.and(telling)))
                .map(one -> one.holding(one.files().keeping(kept)))
                .toList();
    }
}
