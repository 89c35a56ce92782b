package dev.cupel.inventory.facts;

import dev.cupel.image.ImagePath;

/// A program that an application does not need to run, and that an intruder likes to find.
public record Tool(ImagePath path, Kind kind) {
    /// What it is good for.
    public enum Kind {
        SHELL,
        PACKAGE_MANAGER,
        COMPILER,
        DEBUGGER,
        REMOTE_ACCESS,
        DOWNLOADER,
        INIT_SYSTEM,
        BECOMING_ROOT
    }
}
