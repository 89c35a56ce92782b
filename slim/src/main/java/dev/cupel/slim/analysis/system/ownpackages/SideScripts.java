package dev.cupel.slim.analysis.system.ownpackages;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the small tools in another language that come beside a server: `a2enmod`, `mysqldumpslow`. Each would bring that language
/// into the image; one that the application calls stays because of that.
final class SideScripts {
    private static final Pattern LANGUAGE =
            Pattern.compile("\\A#!\\s*(?:\\S*/env\\s+(?:-\\S+\\s+)*)?\\S*?(perl|python|ruby|tclsh|lua|php|node|guile)[^/\\s]*");

    private static final int HEAD = 255;
    private final RootFs root;
    private final Set<ImagePath> started = new HashSet<>();
    private final Set<String> languages = new HashSet<>();

    SideScripts(RootFs root, Collection<ImagePath> programs) throws IOException {
        this.root = root;
        for (ImagePath program : programs) {
            if (root.follow(program) instanceof Resolution.Found(Node node, var _)) {
                started.add(node.path());
                language(node).ifPresent(languages::add);
            }
        }
    }

    /// Whether the file is a script in a language that nothing of the application is written in.
    boolean test(ImagePath path) throws IOException {
        return root.follow(path) instanceof Resolution.Found(Node node, var _)
                && node.entry().isExecutable()
                && !started.contains(node.path())
                && language(node).filter(language -> !languages.contains(language)).isPresent();
    }

    private Optional<String> language(Node node) throws IOException {
        Node content = root.contentOf(node);
        if (!content.entry().isFile()) {
            return Optional.empty();
        }
        Matcher line = LANGUAGE.matcher(new String(root.head(content, HEAD), StandardCharsets.ISO_8859_1));
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }
}
