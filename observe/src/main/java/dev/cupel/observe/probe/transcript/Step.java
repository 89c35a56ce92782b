package dev.cupel.observe.probe.transcript;

/// One numbered question of a script.
///
/// @param id unique in its script and the same in every transcript of it: `http-12`
/// @param phase what accesses seen meanwhile belong to
public record Step(String id, Ask ask, Expectation expectation, String phase) {}
