package dev.cupel.observe.probe.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The client's side of SCRAM-SHA-256 without channel binding (RFC 5802, RFC 7677). The server's proof is not checked: it is
/// the probed one.
record ScramExchange(String password, String nonce) {
    private static final int MOST_ITERATIONS = 1_000_000;

    static ScramExchange begin(String password) {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        return new ScramExchange(password, Base64.getEncoder().encodeToString(random));
    }

    /// The client's first message.
    String first() {
        return "n,," + bare();
    }

    /// The client's final message in answer to the server's first one.
    String proof(String serverFirst) throws MalformedReply {
        Map<String, String> values = values(serverFirst);
        String serverNonce = values.getOrDefault("r", "");
        if (!serverNonce.startsWith(nonce)) {
            throw new MalformedReply("the server's SCRAM nonce does not continue the client's");
        }
        String withoutProof = "c=biws,r=" + serverNonce;
        byte[] message = (bare() + "," + serverFirst + "," + withoutProof).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] salted = salted(Base64.getDecoder().decode(values.getOrDefault("s", "")), iterations(values));
            byte[] clientKey = hmac(salted, "Client Key".getBytes(StandardCharsets.US_ASCII));
            byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
            byte[] signature = hmac(storedKey, message);
            byte[] proof = Arrays.copyOf(clientKey, clientKey.length);
            for (int i = 0; i < proof.length; i++) {
                proof[i] ^= signature[i];
            }
            return withoutProof + ",p=" + Base64.getEncoder().encodeToString(proof);
        } catch (IllegalArgumentException e) {
            throw new MalformedReply("the server's SCRAM salt is not usable: " + e.getMessage());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot compute SCRAM-SHA-256", e);
        }
    }

    // The user's name is left to the start-up message, as PostgreSQL does.
    private String bare() {
        return "n=,r=" + nonce;
    }

    private byte[] salted(byte[] salt, int iterations) throws GeneralSecurityException {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 256))
                .getEncoded();
    }

    private static int iterations(Map<String, String> values) throws MalformedReply {
        String text = values.getOrDefault("i", "");
        if (!text.matches("[1-9]\\d{0,6}") || Integer.parseInt(text) > MOST_ITERATIONS) {
            throw new MalformedReply("the server wants an unusable number of SCRAM iterations");
        }
        return Integer.parseInt(text);
    }

    private static Map<String, String> values(String message) {
        Map<String, String> values = new HashMap<>();
        for (String part : message.split(",", -1)) {
            if (part.length() > 2 && part.charAt(1) == '=') {
                values.put(part.substring(0, 1), part.substring(2));
            }
        }
        return values;
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }
}
