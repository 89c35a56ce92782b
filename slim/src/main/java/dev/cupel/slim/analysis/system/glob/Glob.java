package dev.cupel.slim.analysis.system.glob;

import dev.cupel.image.ImagePath;
import dev.cupel.image.Quoted;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An absolute pattern: `*`, `?` and `[…]` stay within one name, `**` as a whole name is any number of directories, `{a,b}` is
/// either. As in a shell, a leading dot must be written, and links to directories are followed.
public record Glob(String text, List<List<NamePattern>> alternatives) {
    private static final int MOST_ALTERNATIVES = 4096;

    public Glob {
        alternatives = List.copyOf(alternatives);
    }

    /// Reads a pattern; one that is not absolute or has too many alternatives is an [IllegalArgumentException].
    public static Glob parse(String text) {
        List<String> plain = Braces.expand(text, MOST_ALTERNATIVES);
        if (!plain.stream().allMatch(one -> one.startsWith("/"))) {
            throw new IllegalArgumentException(Quoted.of(text) + " is not an absolute pattern");
        }
        return new Glob(
                text,
                plain.stream()
                        .map(one -> ImagePath.of(one).components().stream()
                                .map(NamePattern::parse)
                                .toList())
                        .toList());
    }

    /// Whether this spelling of a path fits; no link is followed.
    public boolean matches(ImagePath path) {
        List<String> names = path.components();
        return alternatives.stream().anyMatch(patterns -> matches(patterns, names));
    }

    /// The first letters, at most `count`, that the last name of a fitting path begins with, one text for each alternative; empty
    /// where it may begin with any.
    public Set<String> firstLettersOfNames(int count) {
        return alternatives.stream()
                .map(patterns -> patterns.isEmpty() ? "" : patterns.getLast().firstLetters(count))
                .collect(Collectors.toSet());
    }

    /// The paths in the image that fit, in the spelling of the pattern where it has no wildcard. They exist.
    public List<ImagePath> in(RootFs root) {
        Set<ImagePath> found = new LinkedHashSet<>();
        for (List<NamePattern> patterns : alternatives) {
            expand(root, ImagePath.ROOT, patterns, found);
        }
        return List.copyOf(found);
    }

    private static boolean matches(List<NamePattern> patterns, List<String> names) {
        if (patterns.isEmpty()) {
            return names.isEmpty();
        }
        NamePattern first = patterns.getFirst();
        List<NamePattern> rest = patterns.subList(1, patterns.size());
        if (first.isDeep()) {
            for (int skipped = 0; skipped <= names.size(); skipped++) {
                if (matches(rest, names.subList(skipped, names.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !names.isEmpty() && first.matches(names.getFirst()) && matches(rest, names.subList(1, names.size()));
    }

    private static void expand(RootFs root, ImagePath at, List<NamePattern> patterns, Set<ImagePath> found) {
        if (patterns.isEmpty()) {
            found.add(at);
            return;
        }
        NamePattern first = patterns.getFirst();
        List<NamePattern> rest = patterns.subList(1, patterns.size());
        if (first.isDeep()) {
            List<ImagePath> below = new ArrayList<>();
            directory(root, at).ifPresent(real -> root.walk(real)
                    .filter(node -> node.entry().isDirectory())
                    .map(Node::path)
                    .forEach(below::add));
            below.forEach(directory -> expand(root, directory, rest, found));
        } else if (first.isLiteral()) {
            ImagePath next = at.child(first.text());
            if (!(root.locate(next) instanceof Resolution.Missing)) {
                expand(root, next, rest, found);
            }
        } else {
            directory(root, at).stream()
                    .flatMap(real -> root.children(real).stream())
                    .map(child -> child.path().name())
                    .filter(first::matches)
                    .forEach(name -> expand(root, at.child(name), rest, found));
        }
    }

    private static Optional<ImagePath> directory(RootFs root, ImagePath path) {
        return root.follow(path) instanceof Resolution.Found(Node node, var _) && node.entry().isDirectory()
                ? Optional.of(node.path())
                : Optional.empty();
    }
}
