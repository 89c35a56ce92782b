package dev.cupel.slim.analysis;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Keeps what was worked out of one image, so that an analyzer that is asked about ten thousand nodes reads `ld.so.cache` once.
/// Only for what follows from the context alone: then it cannot be told apart from working it out each time.
public final class PerImage<T> {
    /// Works the value out; never null.
    @FunctionalInterface
    public interface Making<T> {
        T of(AnalysisContext context) throws IOException;
    }

    private record Made<T>(AnalysisContext context, T value) {}

    private final Making<T> making;
    private final AtomicReference<@Nullable Made<T>> last = new AtomicReference<>();

    public PerImage(Making<T> making) {
        this.making = making;
    }

    public T of(AnalysisContext context) throws IOException {
        Made<T> made = last.get();
        if (made == null || !isSame(made.context, context)) {
            made = new Made<>(context, making.of(context));
            last.set(made);
        }
        return made.value;
    }

    // By identity: comparing two whole file systems would cost more than it saves.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(AnalysisContext one, AnalysisContext other) {
        return one == other
                || (one.root() == other.root()
                        && one.config() == other.config()
                        && one.packages() == other.packages()
                        && one.mode() == other.mode());
    }
}
