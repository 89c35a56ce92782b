package dev.cupel.inventory.cataloguer.facts;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.facts.CertificateFact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// X.509 certificates in PEM and DER and in key stores (JKS, PKCS #12), each told once, by the first file that has it. Call [#look] for every file, then [#found].
public final class Certificates {
    private static final int MOST_BYTES = 8 << 20;
    private static final Pattern NAME = Pattern.compile("(?i).*\\.(?:pem|crt|cer|der|cert|ca-bundle)");
    private static final Pattern PEM = Pattern.compile("-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[A-Za-z0-9+/=\\s]{1,65536}-----END");
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
            for (X509Certificate one : read(root.head(file, MOST_BYTES))) {
                add(file.path(), one);
            }
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

    private void add(ImagePath file, X509Certificate certificate) {
        try {
            boolean distributed = ofSystem.test(file);
            boolean trusted = TRUSTED.stream().anyMatch(file::isWithin);
            seen.merge(
                    Digest.of(certificate.getEncoded()),
                    new Seen(file, certificate, distributed, trusted),
                    (old, more) -> new Seen(old.file, old.certificate, old.distributed || more.distributed, old.trusted || more.trusted));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was just decoded", e);
        }
    }

    /// What is no certificate is none: `.pem` files hold keys and parameters, too.
    static List<X509Certificate> read(byte[] bytes) {
        List<X509Certificate> certificates = new ArrayList<>();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.contains("-----BEGIN")) {
            decode(bytes, certificates);
            return certificates;
        }
        PEM.matcher(text).results().forEach(one -> {
            String block = one.group().replace("TRUSTED ", "").replace("X509 ", "") + " CERTIFICATE-----\n";
            decode(block.getBytes(StandardCharsets.ISO_8859_1), certificates);
        });
        return certificates;
    }

    private static void decode(byte[] bytes, List<X509Certificate> into) {
        try {
            if (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)) instanceof X509Certificate one) {
                into.add(one);
            }
        } catch (CertificateException e) {
            return; // it is something else, or too broken for anyone to trust
        }
    }
}
