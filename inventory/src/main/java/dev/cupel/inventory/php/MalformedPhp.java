package dev.cupel.inventory.php;

/// Bytes that are no serialized PHP value of the kinds that [PhpValue] reads.
public final class MalformedPhp extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedPhp(String message) {
        super(message);
    }
}
