package dev.cupel.slim.analysis.system.shell;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.inventory.shell.ShellCommand;
import dev.cupel.inventory.shell.ShellScript;
import dev.cupel.slim.analysis.system.glob.Glob;
import dev.cupel.slim.analysis.system.programs.Programs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where the names in one text lead: over PATH, as the text changes it, and from each directory it may stand in.
record CommandPlaces(Programs programs, List<ImagePath> directories) {
    private static final int MOST_FILES = 500;
    private static final int LONGEST = 1000;

    /// The places of a command line that no script surrounds.
    static CommandPlaces of(Programs programs) {
        return new CommandPlaces(programs, List.of(programs.workingDirectory()));
    }

    static CommandPlaces of(ShellScript script, Expansion expansion, Programs programs) {
        List<ImagePath> path = script.variables().getOrDefault("PATH", List.of()).stream()
                .flatMap(value -> expansion.knownOf(value).stream())
                .flatMap(value -> Programs.directories(value).stream())
                .toList();
        Set<ImagePath> directories = new LinkedHashSet<>(List.of(programs.workingDirectory()));
        if (expansion.self().startsWith("/") && !programs.path().contains(ImagePath.of(expansion.self()).parent())) {
            directories.add(ImagePath.of(expansion.self()).parent());
        }
        for (ShellCommand command : script.commands()) {
            if (command.name().equals("cd") || command.name().equals("pushd")) {
                command.arguments().stream()
                        .flatMap(word -> expansion.of(word).stream())
                        .filter(text -> text.startsWith("/") && text.indexOf('\0') < 0)
                        .forEach(text -> directories.add(ImagePath.of(text)));
            }
        }
        return new CommandPlaces(programs.alsoIn(path), List.copyOf(directories));
    }

    /// The programs that a name in the place of a command may start; patterns, as in `for f in /hooks/*`, start several.
    List<ImagePath> find(String name) {
        if (!name.contains("/")) {
            return programs.find(name).stream().toList();
        }
        return files(name).stream().filter(path -> programs.find(path.text()).isPresent()).toList();
    }

    /// The files, not directories, that an argument may name; none for options, variables' left-overs and plain words.
    List<ImagePath> files(String argument) {
        if (argument.isEmpty()
                || argument.length() > LONGEST
                || argument.startsWith("-")
                || argument.contains(Expansion.UNKNOWN)
                || argument.contains("\n")) {
            return List.of();
        }
        List<ImagePath> found = new ArrayList<>();
        for (ImagePath directory : argument.startsWith("/") ? List.of(ImagePath.ROOT) : directories) {
            spelled(directory.resolve(argument)).filter(this::isFile).limit(MOST_FILES).forEach(found::add);
        }
        return found;
    }

    private Stream<ImagePath> spelled(ImagePath path) {
        boolean pattern = path.text().chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
        return pattern && path.text().indexOf('{') < 0 ? Glob.parse(path.text()).in(programs.root()).stream() : Stream.of(path);
    }

    private boolean isFile(ImagePath path) {
        return programs.root().follow(path) instanceof Resolution.Found(Node node, var _) && !node.entry().isDirectory();
    }
}
