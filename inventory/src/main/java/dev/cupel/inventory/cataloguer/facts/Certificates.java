package dev.cupel.inventory.cataloguer.facts;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.facts.CertificateFact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// X.509 certificates in PEM and DER and in key stores (JKS, PKCS #12), each told once, by the first file that has it. Call [#look] for every file, then [#found].
public final class Certificates {
    private static final int MOST_BYTES = 8 << 20;
    private static final Pattern NAME = Pattern.compile("(?i).*\\.(?:pem|crt|cer|der|cert|ca-bundle)");
    private static final Pattern PEM = Pattern.compile("-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\\s]{1,65536})-----END");
    private static final Pattern STORE = Pattern.compile("(?i)cacerts|.*\\.(?:jks|jceks|keystore|truststore|ks|p12|pfx|pkcs12)");
    private static final List<ImagePath> TRUSTED = List.of(
            ImagePath.of("/etc/ssl"), ImagePath.of("/etc/pki"), ImagePath.of("/usr/local/share/ca-certificates"), ImagePath.of("/usr/share/pki"));
    private final RootFs root;
    private final Predicate<ImagePath> ofSystem;
    private final KeyStores stores = new KeyStores();
    private final Map<Digest, Seen> seen = new LinkedHashMap<>();

    /// A certificate; `distributed` if some file that the distribution owns has it, `trusted` if a folder of trusted roots has it.
    private record Seen(ImagePath file, X509Certificate certificate, boolean distributed, boolean trusted) {}

    /// @param ofSystem whether a package of the operating system owns a file
    public Certificates(RootFs root, Predicate<ImagePath> ofSystem) {
        this.root = root;
        this.ofSystem = ofSystem;
    }

    public void look(Node file) throws IOException {
        if (STORE.matcher(file.path().name()).matches() && root.contentOf(file).entry().sizeBytes() <= MOST_BYTES) {
            stores.read(root.head(file, MOST_BYTES)).forEach(one -> add(file.path(), one));
        } else if (NAME.matcher(file.path().name()).matches() && root.contentOf(file).entry().sizeBytes() <= MOST_BYTES) {
            encoded(root.head(file, MOST_BYTES)).forEach(one -> add(file.path(), one));
        }
    }

    public List<CertificateFact> found() {
        List<CertificateFact> facts = new ArrayList<>();
        for (Seen one : seen.values()) {
            X509Certificate certificate = one.certificate;
            boolean selfSigned = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
            facts.add(new CertificateFact(
                    one.file,
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getIssuerX500Principal().getName(),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    certificate.getSigAlgName(),
                    selfSigned,
                    certificate.getBasicConstraints() >= 0,
                    selfSigned && one.trusted && !one.distributed));
        }
        return facts;
    }

    /// The roots of a distribution lie in files of their own and in bundles: each is decoded once.
    private void add(ImagePath file, byte[] bytes) {
        byte[] encoded = Arrays.copyOf(bytes, length(bytes)); // OpenSSL's "trusted" ones bear more behind it
        Digest digest = Digest.of(encoded);
        Seen old = seen.get(digest);
        Optional<X509Certificate> certificate = old == null ? decoded(encoded) : Optional.of(old.certificate);
        if (certificate.isPresent()) {
            boolean distributed = ofSystem.test(file);
            boolean trusted = TRUSTED.stream().anyMatch(file::isWithin);
            Seen now = new Seen(file, certificate.get(), distributed, trusted);
            seen.merge(digest, now, (one, more) -> new Seen(one.file, one.certificate, one.distributed || more.distributed, one.trusted || more.trusted));
        }
    }

    /// What may be certificates, in DER. What is none is none: `.pem` files hold keys and parameters, too.
    private static List<byte[]> encoded(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.contains("-----BEGIN")) {
            return List.of(bytes);
        }
        return PEM.matcher(text).results().flatMap(block -> fromBase64(block.group(1)).stream()).toList();
    }

    private static Optional<byte[]> fromBase64(String text) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no Base64, so no certificate
        }
    }

    /// Of the outermost value (X.690, 8.1.3), not more than there is.
    private static int length(byte[] der) {
        if (der.length < 2 || der[1] >= 0) {
            return der.length < 2 ? der.length : Math.min(der.length, 2 + der[1]);
        }
        int octets = der[1] & 0x7f;
        long value = 0;
        for (int i = 2; i < 2 + octets && i < der.length && value <= der.length; i++) {
            value = (value << 8) | (der[i] & 0xff);
        }
        return (int) Math.min(der.length, 2 + octets + value);
    }

    private static Optional<X509Certificate> decoded(byte[] der) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate one ? Optional.of(one) : Optional.empty();
        } catch (CertificateException e) {
            return Optional.empty(); // it is something else, or too broken for anyone to trust
        }
    }
}
