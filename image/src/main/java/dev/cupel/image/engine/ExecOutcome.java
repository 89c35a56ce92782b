package dev.cupel.image.engine;

/// How a command in a container ended, and what it wrote (see [ContainerOutput]).
public record ExecOutcome(int exitCode, ContainerOutput written) {}
