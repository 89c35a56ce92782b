package dev.cupel.observe.unpack;

import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.store.Annex;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoreListing;
import dev.cupel.image.store.StoredFile;
import dev.cupel.image.store.StoredLayer;
import dev.cupel.linux.namespace.UserNamespace;
import dev.cupel.observe.journal.Leftover;
import dev.cupel.observe.journal.RemovedTree;
import dev.cupel.observe.journal.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Layers unpacked beside the content store. What has its name is complete; several programs may unpack the same layer at once.
public final class UnpackedLayers implements Annex {
    private static final String GOING = "going-";

    private final Path directory;
    private final ContentStore store;

    /// @param directory for these alone, on a disk that keeps extended attributes; made when it is missing, for its user only,
    ///     because layers hold setuid programs
    public UnpackedLayers(Path directory, ContentStore store) {
        this.directory = directory.toAbsolutePath();
        this.store = store;
    }

    /// The directories of these layers, in their order, several unpacked at a time. The workplace's journal knows what is half made.
    public List<Path> of(List<Layer> layers, Workplace workplace) throws IOException {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Path>> all = layers.stream().map(layer -> threads.submit(() -> of(layer, workplace))).toList();
            return all.stream().map(UnpackedLayers::result).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// What the layers say they are, in their order.
    public List<LayerIndex> indexes(List<Layer> all) throws IOException {
        List<LayerIndex> indexes = new ArrayList<>();
        for (Layer layer : all) {
            indexes.add(store.layer(layer).index());
        }
        return indexes;
    }

    @Override
    public List<StoredFile> files() throws IOException {
        Map<Digest, StoredFile> files = new TreeMap<>();
        for (Path all : everywhere()) {
            for (Digest diffId : StoreListing.digests(all)) {
                listed(diffId, all).ifPresent(file -> files.merge(diffId, file, UnpackedLayers::together));
            }
        }
        return List.copyOf(files.values());
    }

    private static Optional<StoredFile> listed(Digest diffId, Path all) throws IOException {
        Path place = within(all, diffId);
        try {
            Instant lastUsed = Files.getLastModifiedTime(place).toInstant();
            return Optional.of(new StoredFile(StoredFile.Kind.UNPACKED, diffId, TreeSize.of(place), lastUsed));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // a collector was faster
        }
    }

    /// The same layer, unpacked for several user namespaces, comes and goes as one.
    private static StoredFile together(StoredFile one, StoredFile other) {
        Instant lastUsed = one.lastUsed().isAfter(other.lastUsed()) ? one.lastUsed() : other.lastUsed();
        return new StoredFile(one.kind(), one.digest(), one.sizeBytes() + other.sizeBytes(), lastUsed);
    }

    /// The machine's own directory and those of user namespaces.
    private List<Path> everywhere() throws IOException {
        List<Path> all = new ArrayList<>(List.of(directory));
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> namespaces = Files.newDirectoryStream(directory, UnpackedLayers::isOfNamespace)) {
                namespaces.forEach(all::add);
            }
        }
        return all;
    }

    private static boolean isOfNamespace(Path folder) {
        return folder.getFileName().toString().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /// Whether there are any that only a user namespace can take away: their files are others' outside of it.
    public boolean hasThoseOfNamespaces() throws IOException {
        for (Path all : everywhere()) {
            if (!all.equals(directory) && !StoreListing.digests(all).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// Gives it another name first: whoever is killed half-way leaves no part of a layer under the layer's name. Such a part goes
    /// with the next collection.
    @Override
    public void remove(StoredFile file) throws IOException {
        for (Path all : everywhere()) {
            Path place = within(all, file.digest());
            if (Files.isDirectory(place)) {
                Files.move(place, directory.resolve(GOING + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        try (DirectoryStream<Path> going = Files.newDirectoryStream(directory, GOING + "*")) {
            for (Path tree : going) {
                RemovedTree.of(tree);
            }
        }
    }

    private Path of(Layer layer, Workplace workplace) throws IOException {
        Path place = placeOf(layer.diffId());
        if (Files.isDirectory(place)) {
            Files.setLastModifiedTime(place, FileTime.from(Instant.now())); // in use: not what a collection should take first
            return place.resolve(LayerTree.ROOT);
        }
        StoredLayer stored = store.layer(layer);
        Path making = directory.resolve("making-" + UUID.randomUUID());
        Leftover leftover = new Leftover.Folder(making);
        try {
            workplace.note(leftover);
            unpack(stored, making);
            publish(making, place);
        } finally {
            workplace.unmake(leftover);
        }
        return place.resolve(LayerTree.ROOT);
    }

    private void unpack(StoredLayer stored, Path making) throws IOException {
        Files.createDirectory(making);
        try {
            new UnpackLayer(stored).into(making);
        } catch (IOException e) {
            if (Files.getFileStore(directory).getUsableSpace() > 16 << 20) {
                throw e;
            }
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Cannot unpack layer " + stored.index().diffId() + ": the disk that holds " + directory + " is full.",
                    "Free some space, or move Cupel's cache with XDG_CACHE_HOME.",
                    e);
        }
    }

    /// Another program may have been faster: its directory has the same content, ours goes.
    private static void publish(Path making, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        try {
            Files.move(making, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(place)) {
                throw e;
            }
        }
    }

    private Path placeOf(Digest diffId) throws IOException {
        UserNamespace here = UserNamespace.own();
        Path all = here.isInitial() ? directory : directory.resolve(nameOf(here));
        return within(all, diffId);
    }

    private static Path within(Path all, Digest diffId) {
        return all.resolve(diffId.algorithm()).resolve(diffId.hex());
    }

    /// The same users have other numbers in another user namespace, and the marks of whiteouts are others.
    private static String nameOf(UserNamespace namespace) {
        return UUID.nameUUIDFromBytes(namespace.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Path result(Future<Path> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while layers were unpacked", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw new UncheckedIOException(io);
                case RuntimeException unchecked -> throw unchecked;
                case null, default -> throw new IllegalStateException("unpacking a layer ended oddly", e);
            }
        }
    }
}
