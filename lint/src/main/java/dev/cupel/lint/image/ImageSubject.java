package dev.cupel.lint.image;

import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.facts.SystemFacts;
import dev.cupel.lint.check.LabelKind;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// An image that is looked at.
///
/// @param reference as a person wrote it
/// @param inventory what is in it, the same that `xray` tells of
/// @param labels the label schema of the configuration; empty if there is none
/// @param today decides what is over
public record ImageSubject(String reference, OpenedImage opened, Inventory inventory, Map<String, LabelKind> labels, LocalDate today) {
    public ImageSubject {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    ImageConfig config() {
        return opened.image().config();
    }

    RootFs root() {
        return opened.root();
    }

    SystemFacts facts() {
        return inventory.facts();
    }
}
