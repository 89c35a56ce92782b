package dev.cupel.slim.analysis.system.ownpackages;

import dev.cupel.image.ImagePath;
import dev.cupel.slim.analysis.system.glob.Glob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Files of a package that a running program does without: the list in `dispensable.globs`.
record Dispensable(List<Glob> globs) {
    private static final String FILE = "dispensable.globs";

    static Dispensable read() {
        try (InputStream in = Dispensable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing in this build");
            }
            return new Dispensable(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Glob::parse)
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " of this build cannot be read", e);
        }
    }

    boolean test(ImagePath path) {
        return globs.stream().anyMatch(glob -> glob.matches(path));
    }
}
