package dev.cupel.inspect.base;

/// A kind of base image, and what it would cost to take it.
///
/// @param fits as it is: nothing has to be built again
/// @param price what is lost or to be done
public record Choice(String base, boolean fits, String price) {}
