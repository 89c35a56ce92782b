package dev.cupel.slim.analysis.system.shell;

import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.shell.MalformedShell;
import dev.cupel.inventory.shell.ShellCommand;
import dev.cupel.inventory.shell.ShellScript;
import dev.cupel.inventory.shell.ShellWord;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.system.programs.Programs;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Collects what shell text calls, reads and sources, the text of sourced files and of `sh -c` included.
final class Calls {
    private static final int DEEPEST = 8;
    private static final int MOST_BYTES = 1 << 20;
    private final RootFs root;
    private final ImageConfig config;
    private final Set<Need> needs = new LinkedHashSet<>();
    private final Set<ImagePath> sourced = new HashSet<>();

    Calls(RootFs root, ImageConfig config) {
        this.root = root;
        this.config = config;
    }

    List<Need> needs() {
        return List.copyOf(needs);
    }

    /// Adds the script at this node. Text that cannot be read as a script calls nothing.
    void script(Node node, Reasons reasons, int depth) throws IOException {
        Node content = root.contentOf(node);
        if (depth <= DEEPEST && content.entry().isFile() && content.entry().sizeBytes() <= MOST_BYTES && sourced.add(node.path())) {
            text(new String(root.head(content, MOST_BYTES), StandardCharsets.UTF_8), node.path().text(), reasons, depth);
        }
    }

    /// Adds shell text that stands in the file `self`, or in none if that is empty.
    void text(String text, String self, Reasons reasons, int depth) throws IOException {
        if (depth > DEEPEST) {
            return;
        }
        Optional<ShellScript> read = read(text);
        if (read.isPresent()) {
            ShellScript script = read.get();
            Expansion expansion = new Expansion(script, config, self);
            CommandPlaces places = CommandPlaces.of(script, expansion, Programs.of(root, config));
            for (ShellCommand command : script.commands()) {
                if (!script.functions().contains(command.name())) {
                    command(command, expansion, places, reasons.at(command.line()), depth);
                }
            }
        }
    }

    /// Adds a command whose words are known.
    void words(List<String> words, CommandPlaces places, Reasons reasons, int depth) throws IOException {
        CommandLine line = new CommandLine(words);
        for (int position : line.commandPositions()) {
            String name = words.get(position);
            if (!Shells.isBuiltIn(name) && !reasons.leavesOut(name)) {
                places.find(name).forEach(path -> add(path, reasons.command(name)));
            }
        }
        for (String text : line.scripts()) {
            text(text, "", reasons, depth + 1);
        }
        for (String file : line.shellFiles()) {
            source(places.files(file), reasons, depth);
        }
        for (String argument : line.arguments().stream().filter(one -> !reasons.leavesOut(one)).toList()) {
            places.files(argument).forEach(path -> add(path, reasons.file(argument)));
        }
        if (line.copies()) {
            line.arguments().forEach(argument -> tree(argument, reasons));
        }
    }

    private void command(ShellCommand command, Expansion expansion, CommandPlaces places, Reasons reasons, int depth)
            throws IOException {
        List<String> arguments = new ArrayList<>();
        for (ShellWord word : command.arguments()) {
            arguments.addAll(CommandLine.split(word, expansion.knownOf(word)));
        }
        for (String first : expansion.of(command.words().getFirst())) {
            List<String> words = new ArrayList<>(CommandLine.split(command.words().getFirst(), List.of(first)));
            words.addAll(arguments);
            if (!words.isEmpty()) {
                words(words, places, reasons, depth);
            }
        }
    }

    private void source(Collection<ImagePath> files, Reasons reasons, int depth) throws IOException {
        for (ImagePath file : files) {
            add(file, reasons.sourced());
            if (root.follow(file) instanceof Resolution.Found(Node node, var _)) {
                script(node, Reasons.of(node.path()), depth + 1);
            }
        }
    }

    /// A directory that is copied elsewhere at the start, as entry scripts fill volumes; not one of the system's own.
    private void tree(String argument, Reasons reasons) {
        if (argument.startsWith("/")
                && !argument.contains(Expansion.UNKNOWN)
                && ImagePath.of(argument).components().size() >= 3
                && root.follow(ImagePath.of(argument)) instanceof Resolution.Found(Node node, var _)
                && node.entry().isDirectory()) {
            needs.add(Need.tree(ImagePath.of(argument), reasons.copied()));
        }
    }

    private void add(ImagePath path, Reason reason) {
        needs.add(Need.of(path, reason));
    }

    private static Optional<ShellScript> read(String text) {
        try {
            return Optional.of(ShellScript.read(text));
        } catch (MalformedShell e) {
            return Optional.empty(); // beyond what is looked at: it then calls nothing that is known
        }
    }
}
