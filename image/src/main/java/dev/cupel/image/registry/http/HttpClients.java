package dev.cupel.image.registry.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/// One JDK client for all plain hosts, one for all encrypted ones, and one more for each host with certificates of its own: a
/// private authority is believed for its own host only. HTTP/1.1 throughout: parallel blobs want connections of their own.
public final class HttpClients implements AutoCloseable {
    private final TrustedCertificates certificates;
    private final Duration connectTimeout;
    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

    public HttpClients(TrustedCertificates certificates, Duration connectTimeout) {
        this.certificates = certificates;
        this.connectTimeout = connectTimeout;
    }

    HttpClient forUri(URI uri) throws IOException {
        boolean encrypted = "https".equals(uri.getScheme());
        String host = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        String key = !encrypted ? "plain" : certificates.hasOwn(host) ? "of " + host : "encrypted";
        try {
            return clients.computeIfAbsent(key, _ -> open(encrypted, host));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private HttpClient open(boolean encrypted, String host) {
        try {
            // Without one of its own the client would read the JDK's 140 certificates even for plain hosts.
            SSLContext tls = encrypted ? certificates.contextFor(host) : TrustedCertificates.trustingNobody();
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(connectTimeout)
                    .sslContext(tls)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends all connections, whatever is still on its way.
    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
    }
}
