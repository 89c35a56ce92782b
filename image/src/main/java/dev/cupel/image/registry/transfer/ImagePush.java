package dev.cupel.image.registry.transfer;

import dev.cupel.image.Descriptor;
import dev.cupel.image.manifest.ManifestReader;
import dev.cupel.image.parallel.FanOut;
import dev.cupel.image.progress.ByteCount;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.registry.Repository;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// Brings blobs and manifests of the store into one repository.
///
/// @param mountFrom another repository of the same registry that may have the blobs; empty for none
record ImagePush(Repository place, String mountFrom, ContentStore store, Progress progress) {
    private static final int AT_ONCE = 4;

    /// Brings those blobs that the repository lacks, some at a time. The registry checks each.
    void blobs(List<Descriptor> blobs) throws IOException {
        List<Descriptor> different = blobs.stream().distinct().toList();
        ByteCount count = new ByteCount(progress, different.stream().mapToLong(Descriptor::sizeBytes).sum());
        List<FanOut.Task<Boolean>> pushes = new ArrayList<>();
        for (Descriptor blob : different) {
            pushes.add(() -> push(blob, count));
        }
        new FanOut(AT_ONCE).all(pushes);
    }

    /// Puts a manifest, whose blobs are there, under a tag or its own digest.
    void manifest(Descriptor manifest, String tagOrDigest) throws IOException {
        place.put(tagOrDigest, manifest.mediaType(), store.read(manifest.digest(), ManifestReader.MOST_BYTES));
    }

    private boolean push(Descriptor blob, ByteCount count) throws IOException {
        if (place.has(blob.digest())) {
            count.add(blob.sizeBytes());
            return false;
        }
        AtomicLong reported = new AtomicLong();
        LongConsumer sent = done -> count.add(done - reported.getAndSet(done));
        if (mountFrom.isEmpty()) {
            place.upload(blob, file(blob), sent);
        } else if (place.mountOrUpload(mountFrom, blob, () -> file(blob), sent)) {
            count.add(blob.sizeBytes());
        }
        return true;
    }

    private Path file(Descriptor blob) throws IOException {
        return store.blob(blob.digest())
                .orElseThrow(() -> new NoSuchFileException("blob " + blob.digest() + " is not in the store"));
    }
}
