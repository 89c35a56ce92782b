package dev.cupel.slim.analysis;

/// How much more than the observed stays.
public enum Mode {
    /// What was observed, and what that cannot be loaded without.
    LEAN,
    /// Also what untested paths of the application would load: its own folders, packages and modules. The default.
    SAFE,
    /// Also every package whole of which any file was touched.
    PACKAGES
}
