package dev.cupel.slim.analysis.system.shell;

import dev.cupel.inventory.shell.ShellWord;
import dev.cupel.inventory.shell.ShellWord.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The words of one command, and which of them are commands, scripts or files in their turn.
record CommandLine(List<String> words) {
    private static final Set<String> COPYING = Set.of("cp", "tar", "rsync", "mv", "install", "ln", "cpio");
    private static final Set<String> SERVICES = Set.of("service", "invoke-rc.d", "rc-service");
    private static final Pattern SCRIPT_OPTION = Pattern.compile("-[a-z]*c");

    CommandLine {
        words = List.copyOf(words);
    }

    /// Cuts a word's text where the shell would: at blanks that come from an unquoted variable.
    static List<String> split(ShellWord word, List<String> texts) {
        boolean splits = word.parts().stream().anyMatch(part -> part instanceof Part.Variable variable && !variable.quoted());
        return splits
                ? texts.stream()
                        .flatMap(text -> List.of(text.strip().split("\\s+")).stream())
                        .filter(text -> !text.isEmpty())
                        .toList()
                : texts;
    }

    /// Positions of words that may be names of commands: the first, and behind a wrapper its next arguments.
    Set<Integer> commandPositions() {
        Set<Integer> positions = new TreeSet<>(Set.of(0));
        String name = baseName(words.getFirst());
        if (Wrappers.isWrapper(name)) {
            for (int i = 1; i < Math.min(words.size(), Wrappers.REACH); i++) {
                if (!words.get(i).startsWith("-") && !words.get(i).contains("=")) {
                    positions.add(i);
                }
            }
        }
        if (name.equals("find")) {
            positions.addAll(Wrappers.commandsOfFind(words));
        }
        return positions;
    }

    /// Arguments that are shell text: of `sh -c`, `eval`, `trap`.
    List<String> scripts() {
        List<String> scripts = new ArrayList<>();
        for (int position : commandPositions()) {
            String name = baseName(words.get(position));
            if (Wrappers.takesScript(name)) {
                for (int i = position + 1; i + 1 < words.size(); i++) {
                    if (SCRIPT_OPTION.matcher(words.get(i)).matches()) {
                        scripts.add(words.get(i + 1));
                        break;
                    }
                }
            }
        }
        if (words.getFirst().equals("eval")) {
            scripts.add(String.join(" ", arguments()));
        } else if (words.getFirst().equals("trap") && words.size() > 1) {
            scripts.add(words.get(1));
        }
        return scripts;
    }

    /// Arguments that are files of shell text: of `.`, of `sh FILE`, of `service NAME`.
    List<String> shellFiles() {
        if (words.size() < 2) {
            return List.of();
        }
        String name = baseName(words.getFirst());
        if (name.equals(".") || name.equals("source")) {
            return arguments();
        }
        if (SERVICES.contains(name)) {
            return List.of("/etc/init.d/" + words.get(1));
        }
        List<String> files = new ArrayList<>();
        for (int position : commandPositions()) {
            if (Shells.isShell(baseName(words.get(position)))) {
                words.stream().skip(position + 1L).filter(word -> !word.startsWith("-")).limit(1).forEach(files::add);
            }
        }
        return files;
    }

    List<String> arguments() {
        return words.subList(1, words.size());
    }

    boolean copies() {
        return COPYING.contains(baseName(words.getFirst()));
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
