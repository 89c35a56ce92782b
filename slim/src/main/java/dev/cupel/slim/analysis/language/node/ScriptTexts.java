package dev.cupel.slim.analysis.language.node;

import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.node.ScriptSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what is JavaScript text: files of its endings, and programs whose first line names Node.js.
public final class ScriptTexts {
    private static final int MOST_BYTES = 16 << 20;
    private static final int LONGEST_PROGRAM = 1 << 20;
    private static final Pattern ENDING = Pattern.compile(".*\\.(?:[cm]?[jt]s|jsx|tsx)");
    private static final Pattern DECLARATIONS = Pattern.compile(".*\\.d\\.[cm]?ts");
    private static final Pattern SHEBANG = Pattern.compile("#!.*\\b(?:node|nodejs|bun|deno)\\b.*");

    private ScriptTexts() {}

    /// What the node's text says; empty if it is no JavaScript.
    public static Optional<ScriptSource> of(Node node, RootFs root) throws IOException {
        Node content = root.contentOf(node);
        String name = node.path().name();
        if (!content.entry().isFile()) {
            return Optional.empty();
        }
        if (ENDING.matcher(name).matches() && !DECLARATIONS.matcher(name).matches()) {
            return Optional.of(ScriptSource.read(decoded(root.head(content, MOST_BYTES))));
        }
        boolean program = node.entry().isExecutable()
                && content.entry().sizeBytes() <= LONGEST_PROGRAM
                && SHEBANG.matcher(decoded(root.head(content, 256)).lines().findFirst().orElse("")).matches();
        return program ? Optional.of(ScriptSource.read(decoded(root.head(content, LONGEST_PROGRAM)))) : Optional.empty();
    }

    private static String decoded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
