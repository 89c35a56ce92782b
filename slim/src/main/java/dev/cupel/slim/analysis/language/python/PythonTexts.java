package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.python.PathFile;
import dev.cupel.inventory.python.PythonSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what is Python text: `.py` files, programs whose first line names Python, the statements of `.pth` files.
public final class PythonTexts {
    private static final int MOST_BYTES = 16 << 20;
    private static final int LONGEST_PROGRAM = 1 << 20;
    private static final Pattern SHEBANG = Pattern.compile("#!.*python[0-9.]*.*");

    private PythonTexts() {}

    /// What the node's text says; empty if it is no Python text.
    public static Optional<PythonSource> of(Node node, RootFs root) throws IOException {
        return text(node, root).map(PythonSource::read);
    }

    private static Optional<String> text(Node node, RootFs root) throws IOException {
        String name = node.path().name();
        if (!root.contentOf(node).entry().isFile()) {
            return Optional.empty();
        }
        if (name.endsWith(".py") || name.endsWith(".pyw")) {
            return Optional.of(decoded(root.head(node, MOST_BYTES)));
        }
        if (name.endsWith(".pth")) {
            return Optional.of(String.join("\n", PathFile.read(decoded(root.head(node, LONGEST_PROGRAM))).statements()));
        }
        return isProgram(node, root) ? Optional.of(decoded(root.head(node, LONGEST_PROGRAM))) : Optional.empty();
    }

    private static boolean isProgram(Node node, RootFs root) throws IOException {
        if (!node.entry().isExecutable() || root.contentOf(node).entry().sizeBytes() > LONGEST_PROGRAM) {
            return false;
        }
        String first = decoded(root.head(node, 256)).lines().findFirst().orElse("");
        return SHEBANG.matcher(first).matches() || (first.equals("#!/bin/sh") && isWrapped(node, root));
    }

    /// pip writes `#!/bin/sh` and a line that is shell and Python at once where the interpreter's path is too long for a kernel.
    private static boolean isWrapped(Node node, RootFs root) throws IOException {
        return decoded(root.head(node, 256)).startsWith("#!/bin/sh\n'''exec' ");
    }

    private static String decoded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
