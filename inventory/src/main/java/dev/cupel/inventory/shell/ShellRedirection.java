package dev.cupel.inventory.shell;

/// Where a command reads from or writes to: `operator` is `>`, `>>`, `<` and so on, without a descriptor's number.
public record ShellRedirection(String operator, ShellWord target) {}
