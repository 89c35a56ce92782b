package dev.cupel.inventory.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a command line of the JVM, or a variable with options for it, names: in `files` archives, agents, folders and
/// settings as written; a `*` at the end of one means all archives of a folder.
public record JvmArguments(List<String> files) {
    private static final Set<String> WITH_PATH = Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path", "--upgrade-module-path");
    private static final List<String> PREFIXES = List.of(
            "-javaagent:", "-agentpath:", "-Xbootclasspath/a:", "--class-path=", "--module-path=", "-XX:SharedArchiveFile=",
            "-XX:AOTCache=", "-XX:Flags=", "@");

    public JvmArguments {
        files = List.copyOf(files);
    }

    public static JvmArguments read(List<String> words) {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (word.equals("-jar")) {
                files.add(next);
            } else if (WITH_PATH.contains(word)) {
                paths(next).forEach(files::add);
            } else if (word.startsWith("-D") && word.indexOf('=') > 0) {
                files.add(word.substring(word.indexOf('=') + 1).replaceFirst("^file:(?://)?(?=/)", ""));
            } else {
                PREFIXES.stream()
                        .filter(word::startsWith)
                        .flatMap(prefix -> paths(word.substring(prefix.length())))
                        .map(path -> path.replaceFirst("=.*", ""))
                        .forEach(files::add);
            }
        }
        return new JvmArguments(files.stream().filter(file -> !file.isBlank() && file.indexOf('\0') < 0).distinct().toList());
    }

    private static Stream<String> paths(String value) {
        return Stream.of(value.split("[:,]"));
    }
}
