package dev.cupel.inventory.sbom;

/// A document that is no bill of materials in a format that is read here.
public final class MalformedBill extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedBill(String message) {
        super(message);
    }
}
