package dev.cupel.observe.sensor;

/// A sensor that does not work here.
///
/// @param sensor its name
/// @param reason what was tried and what the kernel said
/// @param remedy what would make it work
public record Unavailable(String sensor, String reason, String remedy) {
    @Override
    public String toString() {
        return sensor + " is not available: " + reason + "; " + remedy;
    }
}
