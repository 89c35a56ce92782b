package dev.cupel.image.exchange;

import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.Platform;
import dev.cupel.image.archive.DockerArchiveSink;
import dev.cupel.image.archive.DockerArchiveSource;
import dev.cupel.image.archive.OciArchiveSink;
import dev.cupel.image.archive.OciLayoutSink;
import dev.cupel.image.archive.OciLayoutSource;
import dev.cupel.image.archive.RootSink;
import dev.cupel.image.archive.RootSource;
import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.EngineAddresses;
import dev.cupel.image.engine.transfer.EngineSink;
import dev.cupel.image.engine.transfer.EngineSource;
import dev.cupel.image.file.ReplacedFile;
import dev.cupel.image.file.WritableDirectory;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.podman.PodmanProgram;
import dev.cupel.image.podman.PodmanSink;
import dev.cupel.image.podman.PodmanSource;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.reference.MalformedReference;
import dev.cupel.image.registry.Registries;
import dev.cupel.image.registry.RegistrySettings;
import dev.cupel.image.registry.http.HttpClients;
import dev.cupel.image.registry.http.TrustedCertificates;
import dev.cupel.image.registry.transfer.Attachments;
import dev.cupel.image.registry.transfer.RegistrySink;
import dev.cupel.image.registry.transfer.RegistrySource;
import dev.cupel.image.sink.ImageSink;
import dev.cupel.image.sink.Written;
import dev.cupel.image.source.ImageSource;
import dev.cupel.image.source.Look;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.ImageNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Brings images into the store and out of it, wherever they are. What a person must act on is a [CupelException]; an interrupted
/// thread stops with an [IOException] and stays interrupted. Nothing half-written is ever left under a name: not in the store, not in
/// a file, not under a tag.
public final class Images implements AutoCloseable {
    private final ContentStore store;
    private final Registries registries;
    private final EngineFinder engines;
    private final PodmanProgram podman;
    private final Progress progress;

    Images(ContentStore store, Registries registries, EngineFinder engines, PodmanProgram podman, Progress progress) {
        this.store = store;
        this.registries = registries;
        this.engines = engines;
        this.podman = podman;
        this.progress = progress;
    }

    /// With the engines, credentials and certificates of this machine and this process's environment.
    public static Images ofThisMachine(ContentStore store, RegistrySettings settings, Progress progress) {
        TrustedCertificates certificates = new TrustedCertificates(System.getenv(), Path.of("/"));
        return new Images(
                store,
                new Registries(settings, new HttpClients(certificates, Duration.ofSeconds(15))),
                new EngineFinder(EngineAddresses.ofThisMachine()),
                new PodmanProgram(System.getenv()),
                progress);
    }

    /// Reads what a person wrote; text that names no image is a [CupelException].
    public static ImageReference parse(String text) {
        try {
            return ImageReference.parse(text);
        } catch (MalformedReference e) {
            throw new CupelException(Fault.USAGE, String.valueOf(e.getMessage()), "See `cupel help` for the ways to name an image.", e);
        }
    }

    /// Finds out before long work whether an image can be written to a place, as far as that can be told without network or engine;
    /// where it cannot, that is a [CupelException].
    public static void requireWritable(ImageReference target) {
        switch (target) {
            case ImageReference.OciDirectory(var directory, var _) -> WritableDirectory.require(directory);
            case ImageReference.OciArchive(var file, var _) -> new ReplacedFile(file).requireWritable();
            case ImageReference.DockerArchive(var file, var _) -> new ReplacedFile(file).requireWritable();
            case ImageReference.RootDirectory(var path) when path.toString().endsWith(".tar") -> new ReplacedFile(path).requireWritable();
            case ImageReference.RootDirectory(var path) -> WritableDirectory.require(path);
            case ImageReference.EngineId(var id) -> throw followsFromContent(id);
            case ImageReference.Anywhere _,
                    ImageReference.InRegistry _,
                    ImageReference.InEngine _,
                    ImageReference.InPodman _ -> {
                return; // the place itself must be asked
            }
        }
    }

    private static CupelException followsFromContent(Digest id) {
        return new CupelException(Fault.USAGE, "Cannot write to " + id + ": an id follows from the content.", "Name a tag instead.");
    }

    /// Brings the image for `platform` into the store. A bare name is looked for in Docker Engine first, then in its registry.
    public ResolvedImage resolve(ImageReference reference, Platform platform) throws IOException {
        return found(reference, place -> named(new ResolvedImage(source(place).load(platform, store), place)));
    }

    /// Looks at the image for `platform` where it is (see [ImageSource#look]). A bare name is looked for as above.
    public <T> T look(ImageReference reference, Platform platform, Look<T> look) throws IOException {
        return found(reference, place -> source(place).look(platform, store, found -> {
            T seen = look.at(found);
            new ImageNames(store).note(found.image().manifest().digest(), place.toString());
            return seen;
        }));
    }

    /// The platforms of an index of images, in order of their names; empty where a single image is there (see
    /// [ImageSource#platforms]). A bare name is looked for as above.
    public List<Platform> platforms(ImageReference reference) throws IOException {
        return found(reference, place -> source(place).platforms(store));
    }

    /// All images of the engine of this machine.
    public List<ImageReference> inEngine() throws IOException {
        List<ImageReference> all = new ArrayList<>();
        for (String name : engines.needed().images().names()) {
            all.add(parse("docker-daemon:" + name));
        }
        return all;
    }

    /// All tags of all repositories of a registry that lists them (OCI distribution-spec 1.1; the list of repositories is Docker's).
    public List<ImageReference> inRegistry(String registry) throws IOException {
        List<ImageReference> all = new ArrayList<>();
        for (String repository : registries.catalog(registry)) {
            ImageReference any = parse("docker://" + registry + "/" + repository);
            if (any instanceof ImageReference.InRegistry(var name)) {
                for (String tag : registries.repository(name).tags()) {
                    all.add(parse("docker://" + registry + "/" + repository + ":" + tag));
                }
            }
        }
        return all;
    }

    /// The registry that holds what this name stands for, to ask about it; engines are not.
    public RegistrySource registry(ImageName name) {
        return new RegistrySource(registries, name, progress);
    }

    /// Writes an image of the store to a place. A bare name goes to Docker Engine if there is one, else to its registry.
    public Written publish(Image image, ImageReference target) throws IOException {
        return named(sink(target, Optional.empty()).write(image, store), image);
    }

    /// The same for an image that came from `origin`, or was made of one that did: within one registry the layers that stayed are
    /// taken over without being sent.
    public Written publish(Image image, ImageReference target, ImageReference origin) throws IOException {
        Optional<ImageName> near = origin instanceof ImageReference.InRegistry(var name) ? Optional.of(name) : Optional.empty();
        return named(sink(target, near).write(image, store), image);
    }

    /// What is attached to the image that a registry has under this name.
    public Attachments attachments(ImageName name) {
        return new Attachments(registries, name, store, progress);
    }

    /// The store that images are brought into.
    public ContentStore store() {
        return store;
    }

    @Override
    public void close() {
        registries.close();
    }

    private interface Use<T> {
        T of(ImageReference place) throws IOException;
    }

    private <T> T found(ImageReference reference, Use<T> use) throws IOException {
        if (!(reference instanceof ImageReference.Anywhere(var name))) {
            return use.of(reference);
        }
        EngineFinder.Answer engine = engines.find();
        if (engine.engine().isPresent() && engine.engine().get().images().inspect(name.familiar()).isPresent()) {
            return use.of(new ImageReference.InEngine(name));
        }
        try {
            return use.of(new ImageReference.InRegistry(name));
        } catch (CupelException e) {
            // Whoever meant a local image must learn that it was looked for, and why in vain.
            throw new CupelException(e.fault(), e.getMessage() + " " + engine.aside(), e.next(), e);
        }
    }

    private ResolvedImage named(ResolvedImage resolved) throws IOException {
        new ImageNames(store).note(resolved.image().manifest().digest(), resolved.origin().toString());
        return resolved;
    }

    private Written named(Written written, Image image) throws IOException {
        new ImageNames(store).note(image.manifest().digest(), written.reference());
        return written;
    }

    private ImageSource source(ImageReference place) {
        return switch (place) {
            case ImageReference.Anywhere(var name) -> new RegistrySource(registries, name, progress);
            case ImageReference.InRegistry(var name) -> new RegistrySource(registries, name, progress);
            case ImageReference.InEngine(var name) -> new EngineSource(engines.needed(), name.familiar(), progress);
            case ImageReference.EngineId(var id) -> new EngineSource(engines.needed(), id.toString(), progress);
            case ImageReference.InPodman(var name) -> new PodmanSource(podman, name, progress);
            case ImageReference.OciDirectory(var directory, var tag) -> new OciLayoutSource(directory, tag);
            case ImageReference.OciArchive(var file, var tag) -> new OciLayoutSource(file, tag);
            case ImageReference.DockerArchive(var file, var name) -> new DockerArchiveSource(file, name);
            case ImageReference.RootDirectory(var directory) -> new RootSource(directory);
        };
    }

    private ImageSink sink(ImageReference target, Optional<ImageName> origin) throws IOException {
        return switch (target) {
            case ImageReference.Anywhere(var name) ->
                engines.find().engine().isPresent()
                        ? new EngineSink(engines.needed(), name, progress)
                        : new RegistrySink(registries, name, origin, progress);
            case ImageReference.InRegistry(var name) -> new RegistrySink(registries, name, origin, progress);
            case ImageReference.InEngine(var name) -> new EngineSink(engines.needed(), name, progress);
            case ImageReference.EngineId(var id) -> throw followsFromContent(id);
            case ImageReference.InPodman(var name) -> new PodmanSink(podman, name, progress);
            case ImageReference.OciDirectory(var directory, var tag) -> new OciLayoutSink(directory, tag);
            case ImageReference.OciArchive(var file, var tag) -> new OciArchiveSink(file, tag);
            case ImageReference.DockerArchive(var file, var name) -> new DockerArchiveSink(file, name);
            case ImageReference.RootDirectory(var directory) -> new RootSink(directory);
        };
    }
}
