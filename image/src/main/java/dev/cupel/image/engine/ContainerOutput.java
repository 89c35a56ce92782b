package dev.cupel.image.engine;

/// What a container or a command in it wrote, each stream cut at 1 MiB, bytes that are not UTF-8 replaced.
public record ContainerOutput(String output, String errors) {}
