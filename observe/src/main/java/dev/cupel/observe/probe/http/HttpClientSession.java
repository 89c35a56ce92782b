package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Header;
import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// One visitor of the container's web servers: keeps cookies and connections, follows nothing by itself. Make it and use
/// it on a thread inside the container's network, because its threads inherit the network they are started in.
public final class HttpClientSession implements AutoCloseable {
    private final HttpClient client;
    private final HttpLimits limits;

    public HttpClientSession(HttpLimits limits) throws IOException {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .connectTimeout(limits.request())
                .sslContext(trustingAll())
                .build();
    }

    /// Asks and waits, at most the limit's time.
    public Answer ask(Ask.Http ask) throws InterruptedException {
        HttpRequest request;
        try {
            request = request(ask);
        } catch (IllegalArgumentException e) {
            return new Answer.Silent("the request cannot be sent: " + e.getMessage());
        }
        BoundedBody body = new BoundedBody(limits.bodyBytes());
        CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(request, _ -> body);
        try {
            return answer(coming.get(limits.request().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return afterTimeout(coming, body);
        } catch (ExecutionException e) {
            return new Answer.Silent(reason(e.getCause() == null ? e : e.getCause()));
        }
    }

    // An endless answer has a status and a beginning; a server that says nothing at all has neither.
    private Answer afterTimeout(CompletableFuture<HttpResponse<byte[]>> coming, BoundedBody body) throws InterruptedException {
        body.cut();
        try {
            return answer(coming.get(100, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            coming.cancel(true);
            return new Answer.Silent("no answer within " + limits.request().toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Answer.Silent(reason(e.getCause() == null ? e : e.getCause()));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest request(Ask.Http ask) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(ask.origin().base() + ask.target()))
                .timeout(limits.request().plusSeconds(1))
                .method(ask.method(), ask.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(ask.body()));
        boolean named = false;
        for (Header header : ask.headers()) {
            builder.header(header.name(), header.value());
            named |= header.name().equalsIgnoreCase("User-Agent");
        }
        return (named ? builder : builder.header("User-Agent", "cupel-probe")).build();
    }

    private Answer answer(HttpResponse<byte[]> response) {
        List<Header> headers = new ArrayList<>();
        for (Map.Entry<String, List<String>> field : response.headers().map().entrySet()) {
            field.getValue().forEach(value -> headers.add(new Header(field.getKey().toLowerCase(Locale.ROOT), value)));
        }
        return new Answer.Http(response.statusCode(), headers, new BodyReader(limits).read(headers, response.body()));
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? "the connection failed: " + kind(failure) : message;
    }

    private static String kind(Throwable failure) {
        return failure instanceof ConnectException ? "connection refused" : failure.getClass().getSimpleName();
    }

    private static SSLContext trustingAll() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AcceptAnyCertificate()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("this JDK cannot speak TLS", e);
        }
    }
}
