package dev.cupel.cli.value;

import dev.cupel.image.Quoted;

/// A TCP port.
public record Port(int number) {
    private static final int LAST = 65_535;

    /// Reads 1 to 65535.
    public static Port parse(String text) {
        int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (number == 0 || number > LAST) {
            throw new IllegalArgumentException(Quoted.of(text) + " is not a port of the container; write a number from 1 to 65535");
        }
        return new Port(number);
    }
}
