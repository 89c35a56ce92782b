package dev.cupel.inventory.shell;

/// How much of a script is looked at.
///
/// @param characters of the whole text
/// @param depth of constructs in one another
public record ShellLimits(int characters, int depth) {
    /// The longest scripts seen in distributions (`configure` of large projects) have a million characters.
    public static final ShellLimits USUAL = new ShellLimits(4 << 20, 100);
}
