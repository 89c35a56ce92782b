package dev.cupel.cli;

import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.inventory.InventorySource;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// An image that has to be in a registry.
///
/// @param demanded what asks for it, such as an option
record RegistryImage(String demanded, CommandSpec spec) {
    /// Its name there; empty for what is elsewhere.
    static Optional<ImageName> name(InventorySource source) {
        return switch (source) {
            case InventorySource.OfImage(ImageReference.Anywhere(var name)) -> Optional.of(name);
            case InventorySource.OfImage(ImageReference.InRegistry(var name)) -> Optional.of(name);
            case InventorySource.OfImage _, InventorySource.OfBill _ -> Optional.empty();
        };
    }

    /// Its name there; a misuse for what is elsewhere.
    ImageName of(InventorySource source) {
        return name(source).orElseThrow(() -> elsewhere(source));
    }

    private ParameterException elsewhere(InventorySource source) {
        String next = source instanceof InventorySource.OfBill ? "name the image" : "push it first: cupel copy " + source + " docker://NAME";
        return new ParameterException(spec.commandLine(), demanded + " needs an image in a registry, which " + source + " is not; " + next);
    }
}
