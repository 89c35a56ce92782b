package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Source and its compiled form (PEP 3147). They stay together: without the source's time and size the compiled file is not
/// believed, without the compiled file every start compiles again, on a read-only root for ever.
final class ByteCode {
    private static final Pattern CACHED = Pattern.compile("(.+?)\\.[a-z]+-?\\d+(?:\\.opt-\\d)?\\.pyc");
    private static final Pattern OPTIMIZED = Pattern.compile(".*\\.opt-\\d\\.pyc");

    private ByteCode() {}

    /// The other half, or halves, of `file`; empty where there are none.
    static List<ImagePath> othersOf(ImagePath file, RootFs root) {
        if (file.name().endsWith(".py")) {
            String stem = file.name().substring(0, file.name().length() - 3);
            return root.children(file.parent().child("__pycache__")).stream()
                    .map(Node::path)
                    .filter(path -> stem.equals(stemOf(path)) && !isOptimized(path))
                    .toList();
        }
        String stem = stemOf(file);
        return stem.isEmpty() || !file.parent().name().equals("__pycache__")
                ? List.of()
                : List.of(file.parent().parent().child(stem + ".py"));
    }

    /// Compiled with `-O`: used only by those who ask for it, and then seen.
    static boolean isOptimized(ImagePath file) {
        return OPTIMIZED.matcher(file.name()).matches();
    }

    private static String stemOf(ImagePath cached) {
        Matcher matcher = CACHED.matcher(cached.name());
        return matcher.matches() ? matcher.group(1) : "";
    }
}
