package dev.cupel.image.engine;

/// What answers.
///
/// @param version of the program, as it names itself
/// @param apiVersion its newest
/// @param podman whether it is Podman's service
public record EngineVersion(String version, String apiVersion, boolean podman) {}
