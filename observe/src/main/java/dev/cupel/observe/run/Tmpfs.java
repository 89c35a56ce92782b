package dev.cupel.observe.run;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.ImagePath;
import dev.cupel.image.Quoted;
import java.util.Arrays;
import java.util.List;

/// A file system in memory (`--tmpfs PATH[:OPTIONS]`).
///
/// @param options as mount(8) has them: `size=64m`, `mode=1777`
public record Tmpfs(ImagePath target, List<String> options) {
    private static final String OPTION = "(size|mode|uid|gid|nr_inodes)=[0-9]{1,12}[kmgKMG%]?|exec|noexec|ro|rw|nosuid|nodev";

    public Tmpfs {
        options = List.copyOf(options);
    }

    /// Reads the form that `docker run --tmpfs` takes; anything else is a [CupelException].
    public static Tmpfs parse(String text) {
        int colon = text.indexOf(':');
        String path = colon < 0 ? text : text.substring(0, colon);
        List<String> options =
                colon < 0 ? List.of() : Arrays.stream(text.substring(colon + 1).split(",", -1)).toList();
        if (!path.startsWith("/") || ImagePath.of(path).isRoot() || !options.stream().allMatch(one -> one.matches(OPTION))) {
            throw new CupelException(
                    Fault.USAGE, Quoted.of(text) + " is no file system in memory.", "Write --tmpfs /run or --tmpfs /run:size=64m.");
        }
        return new Tmpfs(ImagePath.of(path), options);
    }
}
