package dev.cupel.image.source;

import java.io.IOException;

/// What somebody wants to know of an image.
@FunctionalInterface
public interface Look<T> {
    T at(FoundImage found) throws IOException;
}
