package dev.cupel.inventory.catalog;

/// How it is known that a component is there.
public enum Certainty {
    /// A package manager's own record of what it installed.
    RECORDED,
    /// The thing itself says what it is: an archive's manifest, a program's build information.
    FOUND,
    /// Recognised by a pattern in its bytes.
    RECOGNISED,
    /// A bill of materials says so; nothing else was looked at.
    CLAIMED
}
