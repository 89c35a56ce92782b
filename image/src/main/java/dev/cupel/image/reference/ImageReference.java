package dev.cupel.image.reference;

import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import java.nio.file.Path;
import java.util.Optional;

/// Where an image is or shall be, as a person writes it. `toString` gives a spelling that [#parse] reads back.
public sealed interface ImageReference {
    /// `nginx:1.27`: in Docker Engine if it has it, else in the registry that the name says.
    record Anywhere(ImageName name) implements ImageReference {
        @Override
        public String toString() {
            return name.familiar();
        }
    }

    /// `docker://nginx:1.27`: in the registry that the name says, whatever is here.
    record InRegistry(ImageName name) implements ImageReference {
        @Override
        public String toString() {
            return "docker://" + name.familiar();
        }
    }

    /// `docker-daemon:nginx:1.27`: in Docker Engine.
    record InEngine(ImageName name) implements ImageReference {
        @Override
        public String toString() {
            return "docker-daemon:" + name.familiar();
        }
    }

    /// `docker-daemon:sha256:…`: in Docker Engine, by the id that it prints.
    record EngineId(Digest id) implements ImageReference {
        @Override
        public String toString() {
            return "docker-daemon:" + id;
        }
    }

    /// `podman:nginx:1.27`: in Podman's store, which knows short names of its own.
    record InPodman(ImageName name) implements ImageReference {
        @Override
        public String toString() {
            return "podman:" + name.familiar();
        }
    }

    /// `oci:DIR[:tag]`: in an OCI image layout.
    record OciDirectory(Path directory, Optional<String> tag) implements ImageReference {
        @Override
        public String toString() {
            return "oci:" + directory + suffix(tag);
        }
    }

    /// `oci-archive:FILE[:tag]`: in a tar of an OCI image layout.
    record OciArchive(Path file, Optional<String> tag) implements ImageReference {
        @Override
        public String toString() {
            return "oci-archive:" + file + suffix(tag);
        }
    }

    /// `docker-archive:FILE[:name]`: in a file as `docker save` writes it.
    record DockerArchive(Path file, Optional<ImageName> name) implements ImageReference {
        @Override
        public String toString() {
            return "docker-archive:" + file + suffix(name.map(ImageName::familiar));
        }
    }

    /// `dir:DIR`: a root file system as it lies in a directory; a source only.
    record RootDirectory(Path directory) implements ImageReference {
        @Override
        public String toString() {
            return "dir:" + directory;
        }
    }

    /// Reads any spelling. Within `oci:`, `oci-archive:` and `docker-archive:` the first colon ends the path.
    static ImageReference parse(String text) throws MalformedReference {
        return new ReferenceParser(text).parse();
    }

    /// Reads the name of an image without a prefix, with Docker's defaults.
    static ImageName parseName(String text) throws MalformedReference {
        return new NameParser(text).parse();
    }

    /// The name that an engine or a registry knows it by; empty where there is none.
    default Optional<ImageName> named() {
        return switch (this) {
            case Anywhere(var name) -> Optional.of(name);
            case InRegistry(var name) -> Optional.of(name);
            case InEngine(var name) -> Optional.of(name);
            case InPodman(var name) -> Optional.of(name);
            case DockerArchive(var _, var name) -> name;
            case EngineId _, OciDirectory _, OciArchive _, RootDirectory _ -> Optional.empty();
        };
    }

    /// Where the slim image made of this one goes unless a person says otherwise: where the source came from, with `-cupel`
    /// behind the tag; beside an archive or a directory, with `-cupel` in its name. Beside `/` there is no place: a [CupelException].
    default ImageReference refined() {
        return switch (this) {
            case Anywhere(var name) -> new Anywhere(name.refined());
            case InRegistry(var name) -> new InRegistry(name.refined());
            case InEngine(var name) -> new InEngine(name.refined());
            case EngineId(var id) ->
                new InEngine(new ImageName(
                        ImageName.DOCKER_HUB, "library/cupel", Optional.of(id.abbreviated()), Optional.empty()));
            case InPodman(var name) -> new InPodman(name.refined());
            case OciDirectory(var directory, var tag) ->
                tag.isPresent()
                        ? new OciDirectory(directory, tag.map(text -> text + "-cupel"))
                        : new OciDirectory(beside(directory, ""), tag);
            case OciArchive(var file, var tag) -> new OciArchive(beside(file, ".tar"), tag.map(text -> text + "-cupel"));
            case DockerArchive(var file, var name) ->
                new DockerArchive(beside(file, ".tar"), name.map(ImageName::refined));
            case RootDirectory(var directory) -> new OciDirectory(beside(directory, ""), Optional.empty());
        };
    }

    private static Path beside(Path path, String ending) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        if (name == null) {
            throw new CupelException(Fault.USAGE, "There is no place beside " + Quoted.of(path.toString()) + " for the result.", "Name one with --to.");
        }
        String stem = ending.isEmpty() ? name.toString() : name.toString().replaceFirst("\\.(tar|tgz|tar\\.[a-z0-9]+)$", "");
        return path.resolveSibling(stem + "-cupel" + ending);
    }

    private static String suffix(Optional<?> part) {
        return part.map(text -> ":" + text).orElse("");
    }
}
