package dev.cupel.image.registry;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.manifest.Artifact;
import dev.cupel.image.manifest.Referrer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// One repository of one registry. Every call may throw a [RegistryRefusal] (the registry said no), a [MalformedAnswer] (it broke the
/// protocol) or a [dev.cupel.image.registry.http.BrokenTransfer] (the network did, for longer than retries last). For several threads.
public final class Repository {
    /// Bigger blobs go up in pieces: proxies limit what one request may carry, and a broken piece costs less.
    private static final long CHUNK_BYTES = 256L << 20;
    private static final int MOST_PAGES = 10_000;

    private final RegistryClient client;
    private final String name;

    Repository(RegistryClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /// The registry that it is in, as image names have it.
    public String registry() {
        return client.address().registry();
    }

    /// Gets a manifest or index by tag or digest, checked against its digest.
    public RemoteManifest manifest(String tagOrDigest) throws IOException {
        return client.call(new GetManifest(name, tagOrDigest));
    }

    /// What a tag means now; empty if there is no such tag. Counts against no pull limit where the registry plays by the rules.
    public Optional<Digest> digestOf(String tag) throws IOException {
        HeadManifest.Presence presence = client.call(new HeadManifest(name, tag));
        return presence.present() && presence.digest().isEmpty()
                ? Optional.of(manifest(tag).digest())
                : presence.digest();
    }

    /// A blob's bytes, unchecked; broken connections are mended on the way.
    public InputStream open(Descriptor blob) {
        return new BlobStream(client, name, blob);
    }

    public boolean has(Digest blob) throws IOException {
        return client.call(new HeadBlob(name, blob));
    }

    /// Puts a manifest under a tag or its own digest.
    public Digest put(String tagOrDigest, String mediaType, byte[] manifest) throws IOException {
        return client.call(new PutManifest(name, tagOrDigest, mediaType, new Bytes(manifest))).digest();
    }

    /// Uploads a blob, whether or not it is there.
    public void upload(Descriptor blob, Path file, LongConsumer sent) throws IOException {
        upload(blob, file, CHUNK_BYTES, sent);
    }

    void upload(Descriptor blob, Path file, long chunkBytes, LongConsumer sent) throws IOException {
        new UploadBlob(client, name, blob, file, chunkBytes, sent).from(client.call(new StartUpload(name)));
    }

    /// Finds the file of a blob that has to be sent after all.
    @FunctionalInterface
    public interface BlobFile {
        Path path() throws IOException;
    }

    /// Takes a blob over from another repository of this registry; uploads it where that cannot be done. Says whether it was taken
    /// over.
    public boolean mountOrUpload(String from, Descriptor blob, BlobFile file, LongConsumer sent) throws IOException {
        Optional<UploadSession> instead;
        try {
            instead = client.call(new MountBlob(name, blob.digest(), from));
        } catch (RegistryRefusal refusal) {
            // The account may push here and yet not read there, or the registry knows no mounting: then it is sent.
            instead = Optional.of(client.call(new StartUpload(name)));
        }
        if (instead.isPresent()) {
            new UploadBlob(client, name, blob, file.path(), CHUNK_BYTES, sent).from(instead.get());
        }
        return instead.isEmpty();
    }

    /// All tags, in the registry's order.
    public List<String> tags() throws IOException {
        return allPages(client, page -> new ListTags(name, page));
    }

    /// What refers to this manifest, as the registry's index describes it; where the registry does not know the question, what the
    /// tag that clients agreed on for such registries names.
    public List<Referrer> referrers(Digest subject) throws IOException {
        return new Referrers(client, name).list(subject);
    }

    /// Puts an artifact, whose blobs are there, so that it is listed among the referrers of its subject.
    public void refer(Artifact artifact) throws IOException {
        new Referrers(client, name).add(artifact);
    }

    static List<String> allPages(RegistryClient client, Function<Optional<URI>, Endpoint<NamePage>> pages) throws IOException {
        List<String> all = new ArrayList<>();
        NamePage page = client.call(pages.apply(Optional.empty()));
        all.addAll(page.names());
        for (int count = 1; page.next().isPresent() && count < MOST_PAGES; count++) {
            page = client.call(pages.apply(page.next()));
            all.addAll(page.names());
        }
        return all;
    }

    @Override
    public String toString() {
        return registry() + "/" + name;
    }
}
