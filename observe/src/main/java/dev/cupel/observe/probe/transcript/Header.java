package dev.cupel.observe.probe.transcript;

/// One HTTP header field. Names of answers are in lower case.
public record Header(String name, String value) {}
