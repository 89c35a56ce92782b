package dev.cupel.observe.probe.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;

/// Proves a password to MySQL in the ways servers ask for.
final class MysqlPassword {
    private MysqlPassword() {}

    /// The proof for one method and scramble; empty for an empty password.
    static byte[] proof(String method, String password, ByteBuffer scramble) throws MalformedReply {
        byte[] secret = password.getBytes(StandardCharsets.UTF_8);
        byte[] salt = bytes(scramble);
        if (secret.length == 0) {
            return new byte[0];
        }
        return switch (method) {
            // SHA1(password) xor SHA1(scramble + SHA1(SHA1(password)))
            case MysqlGreeting.NATIVE -> {
                byte[] once = hash("SHA-1", secret);
                yield xor(once, hash("SHA-1", salt, hash("SHA-1", once)));
            }
            // SHA256(password) xor SHA256(SHA256(SHA256(password)) + scramble)
            case "caching_sha2_password" -> {
                byte[] once = hash("SHA-256", secret);
                yield xor(once, hash("SHA-256", hash("SHA-256", once), salt));
            }
            case "mysql_clear_password" -> Arrays.copyOf(secret, secret.length + 1);
            default -> throw new MalformedReply("the server wants the password by " + method + ", which probes do not know");
        };
    }

    /// The password under the server's RSA key, for a connection without TLS.
    static byte[] sealed(String password, ByteBuffer scramble, String publicKeyPem) throws MalformedReply {
        byte[] secret = Arrays.copyOf(password.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8).length + 1);
        byte[] salt = bytes(scramble);
        for (int i = 0; i < secret.length; i++) {
            secret[i] ^= salt[i % salt.length];
        }
        try {
            String base64 = publicKeyPem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return cipher.doFinal(secret);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new MalformedReply("the server's RSA key cannot be used: " + e.getMessage());
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static byte[] hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no " + algorithm, e);
        }
    }

    private static byte[] xor(byte[] one, byte[] two) {
        byte[] out = new byte[one.length];
        for (int i = 0; i < one.length; i++) {
            out[i] = (byte) (one[i] ^ two[i]);
        }
        return out;
    }
}
