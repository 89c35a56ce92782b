/// Stores of keys and certificates as Java writes them; only the certificates are read, passwords are not needed or guessed beyond the
/// two that everybody knows.
/// Start at [JavaKeyStore] and [Pkcs12Store]. Uses nothing but the JDK.
/// Formats: JKS and JCEKS (OpenJDK, sun.security.provider.JavaKeyStore), PKCS #12 1.1 (RFC 7292).
@NullMarked
package dev.cupel.inventory.keystore;

import org.jspecify.annotations.NullMarked;
