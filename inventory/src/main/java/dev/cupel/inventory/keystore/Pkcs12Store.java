package dev.cupel.inventory.keystore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// PKCS #12. Its certificates are encrypted more often than not; the passwords tried are none, the empty one, and Java's
/// `changeit`.
///
/// @param certificates X.509 in DER, those of chains too
/// @param opened whether one of the passwords fits; without one there are no certificates to see
public record Pkcs12Store(List<ByteBuffer> certificates, boolean opened) {
    private static final List<Optional<String>> PASSWORDS = List.of(Optional.of("changeit"), Optional.of(""), Optional.empty());

    public Pkcs12Store {
        certificates = List.copyOf(certificates);
    }

    /// Whether these first bytes (two are enough) may begin one: a sequence that begins with version 3.
    public static boolean looksLike(byte[] head) {
        return head.length >= 2 && head[0] == 0x30 && ((head[1] & 0xff) == 0x82 || (head[1] & 0xff) == 0x83 || (head[1] & 0xff) == 0x81);
    }

    /// How many rounds of a password derivation the whole file asks for: OpenSSL writes 2048, Java 10000 for each part.
    public static long rounds(byte[] bytes) throws MalformedKeyStore {
        if (!looksLike(bytes)) {
            throw new MalformedKeyStore("it does not begin as PKCS #12");
        }
        return DerWalk.rounds(ByteBuffer.wrap(bytes));
    }

    /// Tries the passwords; each takes up to [#rounds], a million a second or so. Ask for them first.
    public static Pkcs12Store read(byte[] bytes) {
        for (Optional<String> password : PASSWORDS) {
            Optional<List<ByteBuffer>> found = open(bytes, password);
            if (found.isPresent() && !(password.isEmpty() && found.get().isEmpty())) {
                return new Pkcs12Store(found.get(), true);
            }
        }
        return new Pkcs12Store(List.of(), false);
    }

    private static Optional<List<ByteBuffer>> open(byte[] bytes, Optional<String> password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password.map(String::toCharArray).orElse(null));
            List<ByteBuffer> found = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                Certificate[] chain = store.getCertificateChain(alias);
                for (Certificate one : chain == null ? new Certificate[] {store.getCertificate(alias)} : chain) {
                    if (one != null) {
                        found.add(ByteBuffer.wrap(one.getEncoded()).asReadOnlyBuffer());
                    }
                }
            }
            return Optional.of(found);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return Optional.empty(); // another password, or damage, on which Java's reader breaks in many ways
        }
    }
}
