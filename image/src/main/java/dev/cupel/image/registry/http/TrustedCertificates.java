package dev.cupel.image.registry.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Which certificate authorities are believed: the JDK's, those of `$SSL_CERT_FILE`, and for one host those that Docker and Podman
/// take from `/etc/docker/certs.d/HOST/*.crt` and `/etc/containers/certs.d/HOST/*.crt`.
public record TrustedCertificates(Map<String, String> environment, Path root) {
    public TrustedCertificates {
        environment = Map.copyOf(environment);
    }

    /// Whether there are certificates for this `host[:port]` alone.
    boolean hasOwn(String host) throws IOException {
        return !files(host).isEmpty();
    }

    SSLContext contextFor(String host) throws IOException {
        try {
            List<Certificate> believed = new ArrayList<>();
            for (TrustManager manager : managers(null)) {
                believed.addAll(Arrays.asList(((X509TrustManager) manager).getAcceptedIssuers()));
            }
            String bundle = environment.getOrDefault("SSL_CERT_FILE", "");
            if (!bundle.isEmpty()) {
                believed.addAll(certificates(Path.of(bundle)));
            }
            for (Path file : files(host)) {
                believed.addAll(certificates(file));
            }
            return trusting(believed);
        } catch (GeneralSecurityException e) {
            throw new IOException("Cannot set up TLS for " + host + ": " + e.getMessage(), e);
        }
    }

    /// A context for clients that never speak TLS.
    static SSLContext trustingNobody() throws IOException {
        try {
            return trusting(List.of());
        } catch (GeneralSecurityException e) {
            throw new IOException("this JDK has no TLS", e);
        }
    }

    private List<Path> files(String host) throws IOException {
        List<Path> found = new ArrayList<>();
        // A host is a header's text: without this check it could climb out of the folder.
        if (!host.matches("[A-Za-z0-9.-]+(:[0-9]+)?|\\[[0-9A-Fa-f:.]+](:[0-9]+)?") || host.startsWith(".")) {
            return found;
        }
        for (String base : List.of("etc/docker/certs.d", "etc/containers/certs.d")) {
            Path folder = root.resolve(base).resolve(host);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> file.toString().endsWith(".crt")).sorted().forEach(found::add);
                }
            }
        }
        return found;
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (GeneralSecurityException e) {
            throw new GeneralSecurityException(file + " holds no certificates in PEM form", e);
        }
    }

    private static SSLContext trusting(List<? extends Certificate> believed) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < believed.size(); i++) {
            if (believed.get(i) instanceof X509Certificate certificate) {
                store.setCertificateEntry("authority-" + i, certificate);
            }
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(store), null);
        return context;
    }

    /// Trust managers for this store; for none, the JDK's own.
    private static TrustManager[] managers(@org.jspecify.annotations.Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
