package dev.cupel.inventory.source;

/// Another program that a program's text says it starts.
public sealed interface ChildProgram {
    /// Started by name or path, without a shell: `subprocess.run(["git", …])`.
    record Named(String name) implements ChildProgram {}

    /// A line that a shell is to run: `os.system("date | tr a b")`.
    record ShellLine(String line) implements ChildProgram {}
}
