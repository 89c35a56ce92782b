package dev.cupel.inventory;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.reference.ImageReference;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// What an inventory can be had of, as a person writes it. `toString` gives a spelling that [#parse] reads back.
public sealed interface InventorySource {
    /// What a bill of materials is prefixed with.
    String BILL = "sbom:";

    /// An image, which is looked at.
    record OfImage(ImageReference reference) implements InventorySource {
        @Override
        public String toString() {
            return reference.toString();
        }
    }

    /// `sbom:FILE`: a bill of materials, which is believed.
    record OfBill(Path file) implements InventorySource {
        @Override
        public String toString() {
            return BILL + file;
        }
    }

    /// Reads any spelling of an image, and `sbom:FILE`; any other text is a [CupelException].
    static InventorySource parse(String text) {
        if (!text.startsWith(BILL)) {
            return new OfImage(Images.parse(text));
        }
        try {
            String file = text.substring(BILL.length());
            if (!file.isEmpty()) {
                return new OfBill(Path.of(file));
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw new CupelException(Fault.USAGE, BILL + " lacks a path of a file behind it.", "Write sbom:FILE.");
    }
}
