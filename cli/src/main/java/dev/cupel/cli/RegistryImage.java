package dev.cupel.cli;

import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.inventory.InventorySource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// An image that has to be in a registry.
///
/// @param demanded what asks for it, such as an option
record RegistryImage(String demanded, CommandSpec spec) {
    /// Its name there; a misuse for what is elsewhere.
    ImageName of(InventorySource source) {
        if (source instanceof InventorySource.OfImage(ImageReference.Anywhere(var name))) {
            return name;
        }
        if (source instanceof InventorySource.OfImage(ImageReference.InRegistry(var name))) {
            return name;
        }
        String next = source instanceof InventorySource.OfBill ? "name the image" : "push it first: cupel copy " + source + " docker://NAME";
        throw new ParameterException(spec.commandLine(), demanded + " needs an image in a registry, which " + source + " is not; " + next);
    }
}
