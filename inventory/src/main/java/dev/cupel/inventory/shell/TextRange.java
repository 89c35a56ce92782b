package dev.cupel.inventory.shell;

/// Where something stands in the text of a script: characters from 0, `end` excluded. What stands between backticks or in a here
/// document has the place of these as a whole, whose text differs from what the shell makes of it.
public record TextRange(int start, int end) {}
