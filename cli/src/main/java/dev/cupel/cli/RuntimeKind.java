package dev.cupel.cli;

/// Who runs an image (`--runtime`).
enum RuntimeKind {
    /// Cupel, with crun or runc.
    EMBEDDED,
    /// Docker Engine, as `docker run` does.
    DOCKER
}
