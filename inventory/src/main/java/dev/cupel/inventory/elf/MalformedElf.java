package dev.cupel.inventory.elf;

/// The bytes are not an ELF file that can be read: cut short, contradicting itself, or beyond a limit.
public final class MalformedElf extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedElf(String message) {
        super(message);
    }
}
