package dev.cupel.slim.analysis.system.shell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The first line of a script (execve(2), "Interpreter scripts").
///
/// @param words what the kernel starts: the interpreter, then its single argument cut into words as `env -S` would
record Shebang(List<String> words) {
    /// BINPRM_BUF_SIZE since Linux 5.1, less the final NUL; older kernels cut at 127.
    static final int LONGEST = 255;

    Shebang {
        words = List.copyOf(words);
    }

    /// Reads the head of a file; empty if it is no script or its line names nothing.
    static Optional<Shebang> of(byte[] head) {
        if (head.length < 3 || head[0] != '#' || head[1] != '!') {
            return Optional.empty();
        }
        String text = new String(head, 2, Math.min(head.length, LONGEST) - 2, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        String line = (end < 0 ? text : text.substring(0, end)).strip();
        List<String> words = Arrays.stream(line.split("[ \t]+")).filter(word -> !word.isEmpty()).toList();
        return words.isEmpty() || words.getFirst().indexOf('\0') >= 0 ? Optional.empty() : Optional.of(new Shebang(words));
    }

    String interpreter() {
        return words.getFirst();
    }

    /// What runs the script in the end: behind `env` the program it names, as it is written; else the interpreter.
    String program() {
        if (!baseName(interpreter()).equals("env")) {
            return interpreter();
        }
        return words.stream()
                .skip(1)
                .map(word -> word.startsWith("-S") ? word.substring(2) : word)
                .filter(word -> !word.isEmpty() && !word.startsWith("-") && !word.contains("="))
                .findFirst()
                .orElse(interpreter());
    }

    boolean isShell() {
        return Shells.isShell(baseName(program()));
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
