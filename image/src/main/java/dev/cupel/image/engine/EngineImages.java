package dev.cupel.image.engine;

import dev.cupel.image.engine.http.RequestBody;
import dev.cupel.image.reference.ImageName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The images an engine has. A refusal is an [EngineRefusal].
public final class EngineImages {
    private final EngineConnection connection;

    EngineImages(EngineConnection connection) {
        this.connection = connection;
    }

    /// The names of all, in their order; an id where an image has no name.
    public List<String> names() throws IOException {
        return connection.call(new ListImages());
    }

    /// Describes the image of this name or id; empty if the engine has none.
    public Optional<EngineImage> inspect(String nameOrId) throws IOException {
        return connection.found(new InspectImage(nameOrId));
    }

    /// Streams an image out as a docker archive, which newer engines lay out as an OCI layout too.
    public <T> T save(String nameOrId, ArchiveReader<T> reader) throws IOException {
        return connection.call(new SaveImage<>(nameOrId, reader));
    }

    /// Takes in a docker archive; answers with the names, or ids, of the images in it.
    public List<String> load(RequestBody archive) throws IOException {
        return connection.call(new LoadImage(archive));
    }

    /// Gives an image another name.
    public void tag(String nameOrId, ImageName name) throws IOException {
        connection.call(new TagImage(nameOrId, name));
    }

    /// Takes this name away, and the image with its last name; says whether there was one.
    public boolean remove(String nameOrId) throws IOException {
        return connection.found(new RemoveImage(nameOrId)).orElse(false);
    }
}
