package dev.cupel.inventory.facts;

/// One line of `/etc/passwd` with what `/etc/shadow` says of it.
public record Account(String name, long uid, long gid, String home, String shell, Password password) {
    /// What is asked of who logs in.
    public enum Password {
        /// Nothing: anyone is let in.
        EMPTY,
        /// Nobody is let in by a password.
        LOCKED,
        /// A hash that is too quick to guess: DES or MD5.
        WEAK,
        SET
    }

    /// Whether it has a shell to log in to.
    public boolean hasLoginShell() {
        return !shell.isEmpty() && !shell.endsWith("/nologin") && !shell.endsWith("/false") && !shell.endsWith("/sync");
    }
}
