package dev.cupel.image.tar;

/// A piece of a sparse file that is stored; between the pieces are holes. Bytes from the file's start.
public record Extent(long offset, long length) {
    long end() {
        return offset + length;
    }
}
