package dev.cupel.inventory.keystore;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// JKS, and JCEKS up to its first secret key. The password of such a store only guards it against changes, and its private keys:
/// the certificates lie open.
///
/// @param certificates X.509 in DER, in order; chains of private keys, too
/// @param privateKeys how many there are
public record JavaKeyStore(List<ByteBuffer> certificates, int privateKeys) {
    private static final int JKS = 0xfeedfeed;
    private static final int JCEKS = 0xcececece;
    private static final int PRIVATE_KEY = 1;
    private static final int CERTIFICATE = 2;
    private static final int SECRET_KEY = 3;
    private static final int MOST = 10_000;

    public JavaKeyStore {
        certificates = List.copyOf(certificates);
    }

    /// Whether these first bytes (four are enough) begin such a store.
    public static boolean looksLike(byte[] head) {
        return head.length >= 4 && (ByteBuffer.wrap(head).getInt() == JKS || ByteBuffer.wrap(head).getInt() == JCEKS);
    }

    public static JavaKeyStore read(byte[] bytes) throws MalformedKeyStore {
        if (!looksLike(bytes)) {
            throw new MalformedKeyStore("it does not begin as a key store of Java");
        }
        return new Reader(ByteBuffer.wrap(bytes).position(4)).store();
    }

    /// Reads one field after the other; each is asked for before it is believed.
    private static final class Reader {
        private final ByteBuffer bytes;
        private final List<ByteBuffer> certificates = new ArrayList<>();
        private int privateKeys;
        private boolean typed;

        Reader(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        JavaKeyStore store() throws MalformedKeyStore {
            int version = number();
            if (version != 1 && version != 2) {
                throw new MalformedKeyStore("version %d is unknown".formatted(version));
            }
            typed = version == 2;
            int entries = number();
            if (entries < 0) {
                throw new MalformedKeyStore("less than no entries");
            }
            for (int i = 0; i < entries; i++) {
                int kind = number();
                if (kind == SECRET_KEY) {
                    break; // a serialized object, without a length
                }
                entry(kind);
            }
            return new JavaKeyStore(certificates, privateKeys);
        }

        private void entry(int kind) throws MalformedKeyStore {
            text(); // alias
            part(8); // when it was added
            if (kind == PRIVATE_KEY) {
                privateKeys++;
                part(number());
                int chain = number();
                for (int i = 0; i < chain; i++) {
                    certificate();
                }
            } else if (kind == CERTIFICATE) {
                certificate();
            } else {
                throw new MalformedKeyStore("an entry of the unknown kind %d".formatted(kind));
            }
        }

        private void certificate() throws MalformedKeyStore {
            if (certificates.size() >= MOST) {
                throw new MalformedKeyStore("more than %d certificates".formatted(MOST));
            }
            if (typed) {
                text(); // "X.509"
            }
            certificates.add(part(number()).asReadOnlyBuffer());
        }

        private int number() throws MalformedKeyStore {
            return part(4).getInt();
        }

        private void text() throws MalformedKeyStore {
            part(part(2).getShort() & 0xffff);
        }

        private ByteBuffer part(int size) throws MalformedKeyStore {
            if (size < 0 || size > bytes.remaining()) {
                throw new MalformedKeyStore("%s bytes at byte %d do not fit".formatted(Integer.toUnsignedString(size), bytes.position()));
            }
            ByteBuffer part = bytes.slice(bytes.position(), size);
            bytes.position(bytes.position() + size);
            return part;
        }
    }
}
