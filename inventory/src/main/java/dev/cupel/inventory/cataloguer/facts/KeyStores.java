package dev.cupel.inventory.cataloguer.facts;

import dev.cupel.inventory.keystore.JavaKeyStore;
import dev.cupel.inventory.keystore.MalformedKeyStore;
import dev.cupel.inventory.keystore.Pkcs12Store;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The certificates of an image's key stores. What opening them takes is bounded for all of them together, so that no image of
/// costly stores holds anybody up; stores beyond that are passed over.
final class KeyStores {
    private static final long MOST_ROUNDS = 20_000_000;
    private long roundsLeft = MOST_ROUNDS;

    /// In DER. What is no store, or opens with no well-known password, has none.
    List<byte[]> read(byte[] bytes) {
        List<byte[]> found = new ArrayList<>();
        for (ByteBuffer one : encoded(bytes)) {
            byte[] der = new byte[one.remaining()];
            one.duplicate().get(der);
            found.add(der);
        }
        return found;
    }

    private List<ByteBuffer> encoded(byte[] bytes) {
        try {
            if (JavaKeyStore.looksLike(bytes)) {
                return JavaKeyStore.read(bytes).certificates();
            }
            if (!Pkcs12Store.looksLike(bytes)) {
                return List.of();
            }
            long rounds = Pkcs12Store.rounds(bytes);
            if (rounds > roundsLeft) {
                return List.of();
            }
            roundsLeft -= rounds;
            return Pkcs12Store.read(bytes).certificates();
        } catch (MalformedKeyStore e) {
            return List.of(); // too broken for anyone to trust
        }
    }
}
