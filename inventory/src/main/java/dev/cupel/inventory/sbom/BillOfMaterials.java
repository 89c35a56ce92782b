package dev.cupel.inventory.sbom;

import dev.cupel.image.Digest;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Inventory;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a bill of materials tells of one image. The same image gives the same bytes: no clock, no random number.
///
/// @param name reference of the image as its reader knows it
/// @param digest of its manifest; empty where nobody tells, as in some bills of others
/// @param created as its configuration says, empty if it does not
/// @param withFiles whether each component's files and the unowned ones are listed, too
public record BillOfMaterials(String name, Optional<Digest> digest, String created, Inventory inventory, boolean withFiles) {

    /// A name for the document that is the same for the same image.
    UUID serial() {
        String identity = digest.map(Digest::toString).orElseGet(() -> name + "\n" + String.join("\n", new TreeSet<>(ids())));
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    }

    /// What the document calls the image within itself.
    String subject() {
        return digest.map(Digest::toString).orElse("image");
    }

    /// What is told of the image beyond what the formats have places for.
    Properties properties() {
        Properties properties = new Properties().put(Properties.UNOWNED, inventory.unowned().size());
        if (inventory.systemDatabase() != hasSystemPackages(inventory.components())) {
            properties.put(Properties.DATABASE, Boolean.toString(inventory.systemDatabase()));
        }
        gaps().forEach(gap -> properties.put(Properties.GAP, gap));
        return properties;
    }

    static boolean hasSystemPackages(Collection<Component> components) {
        return components.stream().map(Component::ecosystem).anyMatch(Ecosystem::isOfSystem);
    }

    /// When the image was created, to the second; the epoch if nothing tells.
    Instant time() {
        try {
            return created.isEmpty() ? Instant.EPOCH : OffsetDateTime.parse(created).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            return Instant.EPOCH; // what the image says is no time
        }
    }

    /// Ids of all components.
    Set<String> ids() {
        return inventory.components().stream().map(Component::id).collect(Collectors.toSet());
    }

    /// Ids of the components that no other one needs: what somebody chose to put there.
    List<String> roots() {
        Set<String> needed = new HashSet<>();
        inventory.components().forEach(one -> needed.addAll(one.needs()));
        List<String> roots = new ArrayList<>(inventory.components().stream().map(Component::id).filter(id -> !needed.contains(id)).toList());
        return roots.isEmpty() ? inventory.components().stream().map(Component::id).toList() : roots;
    }

    /// Whether everything in the image is accounted for.
    boolean complete() {
        return gaps().isEmpty();
    }

    /// What the document cannot tell, a sentence each.
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (!inventory.systemDatabase()) {
            gaps.add("The image has no database of operating system packages: which of them are in it is unknown.");
        }
        if (!inventory.unowned().isEmpty()) {
            gaps.add("%d files belong to no component.".formatted(inventory.unowned().size()));
        }
        inventory.remarks().forEach(one -> gaps.add(one.where() + ": " + one.what()));
        return gaps;
    }
}
