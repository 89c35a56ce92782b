package dev.cupel.inventory.cataloguer.language;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.FileCataloguer;
import dev.cupel.inventory.cataloguer.Scene;
import dev.cupel.inventory.java.JarArchive;
import dev.cupel.inventory.java.JarEntry;
import dev.cupel.inventory.java.JarIdentity;
import dev.cupel.inventory.java.JarIdentity.Coordinates;
import dev.cupel.inventory.java.KnownGroups;
import dev.cupel.inventory.java.MalformedJar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Java archives and those inside them: what is in a web application or a fat jar needs that archive's libraries.
public final class JavaArchives implements FileCataloguer {
    private static final Pattern ARCHIVE = Pattern.compile("(?i).*\\.(?:jar|war|ear|par|sar|nar|jpi|hpi|kar|far|lpkg|rar)");
    private static final int DEEPEST = 4;
    private static final long MOST_NESTED_BYTES = 2L << 30;
    private final KnownGroups groups = KnownGroups.load();

    @Override
    public boolean wants(Node file) {
        return ARCHIVE.matcher(file.path().name()).matches();
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        new OneFile(file, scene, found, groups).read();
    }

    /// The archives of one file. What they hold in all is bounded, so that no archive of archives fills the memory or the day.
    private static final class OneFile {
        private final Node file;
        private final Scene scene;
        private final Collector found;
        private final KnownGroups groups;
        private long nestedBytes;

        OneFile(Node file, Scene scene, Collector found, KnownGroups groups) {
            this.file = file;
            this.scene = scene;
            this.found = found;
            this.groups = groups;
        }

        void read() throws IOException {
            Optional<ByteBuffer> content = scene.content(file, found);
            if (content.isPresent()) {
                archive(content.get(), "", file.path().name(), 1);
            }
        }

        /// Returns the id of what the archive is; empty if it is none.
        private Optional<String> archive(ByteBuffer bytes, String inside, String name, int depth) throws IOException {
            try {
                JarArchive archive = JarArchive.open(bytes);
                JarIdentity identity = JarIdentity.of(archive, name, groups);
                Set<String> parts = new TreeSet<>();
                for (Coordinates one : identity.inside()) {
                    Component part = component(one, inside, Optional.empty());
                    found.add(part);
                    parts.add(part.id());
                }
                for (JarEntry entry : archive.entries()) {
                    if (ARCHIVE.matcher(entry.name()).matches()) {
                        nested(archive, entry, inside, depth).ifPresent(parts::add);
                    }
                }
                return own(identity.self(), bytes, inside, parts);
            } catch (MalformedJar e) {
                found.remark(file.path(), (inside.isEmpty() ? "" : inside + ": ") + "no Java archive: " + e.getMessage());
                return Optional.empty();
            }
        }

        private Optional<String> nested(JarArchive archive, JarEntry entry, String inside, int depth) throws IOException, MalformedJar {
            nestedBytes += entry.bytes();
            String place = inside.isEmpty() ? entry.name() : inside + "!/" + entry.name();
            if (depth >= DEEPEST || nestedBytes > MOST_NESTED_BYTES) {
                found.remark(file.path(), place + ": not looked at, for it lies too deep or there is too much");
                return Optional.empty();
            }
            String name = entry.name().substring(entry.name().lastIndexOf('/') + 1);
            return archive(ByteBuffer.wrap(archive.content(entry)), place, name, depth + 1);
        }

        /// An archive without a version is still one, but no component that anyone could look up.
        private Optional<String> own(Coordinates self, ByteBuffer bytes, String inside, Set<String> parts) throws IOException {
            if (self.version().isEmpty()) {
                return Optional.empty();
            }
            Optional<Digest> digest = Optional.of(inside.isEmpty() ? scene.root().digest(file) : digest(bytes));
            Component own = component(self, inside, digest);
            found.add(own);
            found.needs(own.id(), parts);
            return Optional.of(own.id());
        }

        private static Digest digest(ByteBuffer bytes) {
            byte[] copy = new byte[bytes.limit()];
            bytes.get(0, copy);
            return Digest.of(copy);
        }

        private Component component(Coordinates one, String inside, Optional<Digest> digest) throws IOException {
            String name = one.group().isEmpty() ? one.artifact() : one.group() + ":" + one.artifact();
            SortedSet<ImagePath> files = inside.isEmpty() ? new TreeSet<>(List.of(file.path())) : Collections.emptySortedSet();
            return new ComponentDraft(
                            Ecosystem.JAVA, name, PackageUrl.of("maven", one.group(), one.artifact(), one.version()), new Evidence(file.path(), inside))
                    .digest(digest)
                    .files(Holdings.whole(files))
                    .origin(scene.origins().of(file))
                    .done();
        }
    }
}
