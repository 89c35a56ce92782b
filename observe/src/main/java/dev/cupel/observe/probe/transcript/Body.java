package dev.cupel.observe.probe.transcript;

import dev.cupel.image.Digest;

/// The content of an answer, content encodings undone where the JDK knows them.
///
/// @param sizeBytes of the whole content, or of what was read before the limit
/// @param digest of the same bytes
/// @param text the beginning, if it is text; empty otherwise
/// @param whole whether `text` is everything
public record Body(long sizeBytes, Digest digest, String text, boolean whole) {
    /// No content at all.
    public static Body empty() {
        return new Body(0, Digest.of(new byte[0]), "", true);
    }
}
