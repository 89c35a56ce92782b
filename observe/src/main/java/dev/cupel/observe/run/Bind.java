package dev.cupel.observe.run;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.ImagePath;
import dev.cupel.image.Quoted;
import java.io.IOException;
import java.nio.file.Path;

/// A file or directory of this machine that a container sees (`-v HOST:CONTAINER[:ro]`).
///
/// @param source its real path: every link was followed once, when the user named it, so none can be turned elsewhere later
public record Bind(Path source, ImagePath target, boolean readOnly) {
    /// Reads the form that `docker run -v` takes. What is no bind, or leads to nothing, is a [CupelException].
    public static Bind parse(String text, Path workingDirectory) {
        String[] parts = text.split(":", -1);
        boolean modeKnown = parts.length == 2 || (parts.length == 3 && (parts[2].equals("ro") || parts[2].equals("rw")));
        if (!modeKnown || parts[0].isEmpty() || !parts[1].startsWith("/")) {
            throw refused(text, "is not HOST:CONTAINER or HOST:CONTAINER:ro with an absolute path in the container");
        }
        ImagePath target = ImagePath.of(parts[1]);
        if (target.isRoot()) {
            throw refused(text, "would hide the whole image");
        }
        return new Bind(real(text, workingDirectory.resolve(parts[0])), target, parts.length == 3 && parts[2].equals("ro"));
    }

    private static Path real(String text, Path named) {
        try {
            Path source = named.toRealPath();
            if (source.getNameCount() == 0) {
                throw refused(text, "would give the container the whole machine");
            }
            return source;
        } catch (IOException e) {
            throw new CupelException(
                    Fault.USAGE,
                    "Cannot bind " + Quoted.of(text) + ": " + Quoted.of(named.toString()) + " is not there.",
                    "Make it first; Docker would make a directory of root's in its place.",
                    e);
        }
    }

    private static CupelException refused(String text, String why) {
        return new CupelException(Fault.USAGE, "The bind " + Quoted.of(text) + " " + why + ".", "Write -v ./data:/data:ro.");
    }
}
