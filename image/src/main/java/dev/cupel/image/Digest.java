package dev.cupel.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// Content digest such as `sha256:9f86…` (OCI image-spec 1.1, descriptor.md, "Digests").
public record Digest(String algorithm, String hex) implements Comparable<Digest> {
    private static final Map<String, Integer> HEX_DIGITS = Map.of("sha256", 64, "sha512", 128);

    public Digest {
        int expected = HEX_DIGITS.getOrDefault(algorithm, 0);
        // Upper case is refused, not folded: two spellings of one digest would defeat cache keys and pins.
        if (expected == 0 || hex.length() != expected || !isLowerHex(hex)) {
            throw new IllegalArgumentException(Quoted.of(algorithm + ":" + hex)
                    + " is not a digest; write sha256: and 64 lower-case hex digits");
        }
    }

    /// A plain loop: an index of a layer makes tens of thousands of digests before anything is compiled.
    private static boolean isLowerHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /// Reads the form that [#toString] writes; anything else is an [IllegalArgumentException].
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Digest("", text)
                : new Digest(text.substring(0, colon), text.substring(colon + 1));
    }

    /// The SHA-256 digest of these bytes.
    public static Digest of(byte[] bytes) {
        return finish(sha256().digest(bytes));
    }

    /// The digest whose SHA-256 computation ended in these 32 bytes.
    public static Digest finish(byte[] sha256) {
        return new Digest("sha256", HexFormat.of().formatHex(sha256));
    }

    /// A new SHA-256 computation; every JDK has one.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    /// A new computation in this digest's own algorithm.
    public MessageDigest computation() {
        try {
            return MessageDigest.getInstance(algorithm.equals("sha512") ? "SHA-512" : "SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks " + algorithm, e);
        }
    }

    /// The first 12 hex digits, as tools print them.
    public String abbreviated() {
        return hex.substring(0, 12);
    }

    @Override
    public int compareTo(Digest other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
