package dev.cupel.image.layer;

/// Where an entry lies in the uncompressed layer, in bytes from its start: from `header` (the first extension header that
/// belongs to it) to `data` (its content) to `end` (the first byte after its padding).
public record Span(long header, long data, long end) {
    public Span {
        if (header < 0 || data < header || end < data) {
            throw new IllegalArgumentException("no span: " + header + ", " + data + ", " + end);
        }
    }
}
