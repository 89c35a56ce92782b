package dev.cupel.observe.probe.protocol;

/// Who logs in, with the password itself; never shown.
record Credentials(String user, String password, String database) {
    @Override
    public String toString() {
        return "credentials of " + user;
    }
}
