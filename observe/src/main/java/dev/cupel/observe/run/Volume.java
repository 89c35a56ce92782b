package dev.cupel.observe.run;

import dev.cupel.image.ImagePath;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.rooted.Folder;
import dev.cupel.linux.rooted.RootedDirectory;
import dev.cupel.image.NameBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A directory that outlives the containers of a stage. Where the image has something at its place, a new volume begins as a
/// copy of that, owner and mode too, as Docker's do.
record Volume(Path directory, ImagePath place) {
    /// Makes the volume from what the root has at its place.
    static Volume filled(Path directory, ImagePath place, RootedDirectory root) throws IOException {
        try (Folder source = root.folder(NameBytes.of(place.text()))) {
            Files.walkFileTree(source.path().toRealPath(), new CopiedTree(source.path().toRealPath(), directory));
        } catch (ErrnoException e) {
            if (e.errno() != Errno.ENOENT && e.errno() != Errno.ENOTDIR) {
                throw e;
            }
            Files.setAttribute(directory, "unix:mode", 0755); // the image has no such directory: the runtime makes root's
        }
        return new Volume(directory, place);
    }

    MountSpec mount() {
        return MountSpec.bind(directory.toString(), place, false);
    }
}
