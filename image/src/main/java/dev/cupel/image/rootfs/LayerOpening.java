package dev.cupel.image.rootfs;

import dev.cupel.image.manifest.Layer;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoredLayer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Opens the layers of an image, as many at a time as there are processors; one that occurs twice is opened once.
public record LayerOpening(ContentStore store) {
    /// The layers in the same order. New ones are unpacked and indexed; a damaged or hostile one is a [dev.cupel.image.CupelException].
    public List<StoredLayer> open(List<Layer> layers) throws IOException {
        Map<Layer, Future<StoredLayer>> opening = new LinkedHashMap<>();
        try (ExecutorService tasks = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Layer layer : layers) {
                opening.computeIfAbsent(layer, one -> tasks.submit(() -> store.layer(one)));
            }
            Map<Layer, StoredLayer> opened = new LinkedHashMap<>();
            for (Map.Entry<Layer, Future<StoredLayer>> one : opening.entrySet()) {
                opened.put(one.getKey(), result(one.getValue(), tasks));
            }
            return layers.stream().map(opened::get).toList();
        }
    }

    private static StoredLayer result(Future<StoredLayer> future, ExecutorService tasks) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            tasks.shutdownNow();
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            tasks.shutdownNow();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while layers were read");
        }
    }
}
