package dev.cupel.observe.probe.transcript;

/// A value that one answer handed out and a later request gave back: a form's hidden token, an id that was just made. When
/// the script is replayed the new answer's value stands in for the old one.
///
/// @param exchange id of the exchange whose answer held it
/// @param place where in that answer: a form field's name, or a JSON pointer (`/items/0/id`)
/// @param value as it was then, and as it stands in the recorded request
public record Borrowed(String exchange, String place, String value) {}
