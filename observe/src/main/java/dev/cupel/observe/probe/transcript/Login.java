package dev.cupel.observe.probe.transcript;

/// Who logs in to a service. The password itself is never written down: only the variable of the container's environment
/// that holds it is.
///
/// @param passwordVariable empty: log in without a password
/// @param database empty where the service has none
public record Login(String user, String passwordVariable, String database) {
    /// For services that ask nobody.
    public static final Login NOBODY = new Login("", "", "");
}
