package dev.cupel.cli;

import dev.cupel.image.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// Puts into a repository what other programs put there. Spec: OCI distribution-spec 1.1, "Push".
record RawRegistry(String host, String repository, HttpClient client) {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    /// @param name `host/repository`
    static RawRegistry at(String name) {
        int slash = name.indexOf('/');
        return new RawRegistry(name.substring(0, slash), name.substring(slash + 1), HttpClient.newHttpClient());
    }

    /// The digest of the manifest that a tag stands for.
    Digest digestOf(String tag) throws IOException, InterruptedException {
        return Digest.parse(head(tag).firstValue("Docker-Content-Digest").orElseThrow());
    }

    /// The descriptor of that manifest.
    String descriptorOf(String tag) throws IOException, InterruptedException {
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%s}".formatted(MANIFEST, digestOf(tag), head(tag).firstValue("Content-Length").orElseThrow());
    }

    private HttpHeaders head(String tag) throws IOException, InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(uri("/manifests/" + tag)).header("Accept", MANIFEST).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
        return client.send(ask, HttpResponse.BodyHandlers.discarding()).headers();
    }

    /// A descriptor of a blob that is there now.
    String blob(String mediaType, String annotations, String text) throws IOException, InterruptedException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        HttpResponse<Void> begun = send(HttpRequest.newBuilder(uri("/blobs/uploads/")).POST(HttpRequest.BodyPublishers.noBody()));
        URI place = uri("/").resolve(begun.headers().firstValue("Location").orElseThrow());
        URI end = URI.create(place + (place.getQuery() == null ? "?" : "&") + "digest=" + Digest.of(bytes));
        send(HttpRequest.newBuilder(end).header("Content-Type", "application/octet-stream").PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d,\"annotations\":{%s}}".formatted(mediaType, Digest.of(bytes), bytes.length, annotations);
    }

    /// A manifest of these layers; answers with its descriptor.
    ///
    /// @param more members of it besides
    String manifest(String tag, String more, String... layers) throws IOException, InterruptedException {
        String config = blob("application/vnd.oci.empty.v1+json", "", "{}");
        byte[] bytes = "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s]%s}"
                .formatted(MANIFEST, config, String.join(",", layers), more)
                .getBytes(StandardCharsets.UTF_8);
        String name = tag.isEmpty() ? Digest.of(bytes).toString() : tag;
        send(HttpRequest.newBuilder(uri("/manifests/" + name)).header("Content-Type", MANIFEST).PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}".formatted(MANIFEST, Digest.of(bytes), bytes.length);
    }

    /// An index under a tag.
    void index(String tag, String... manifests) throws IOException, InterruptedException {
        String type = "application/vnd.oci.image.index.v1+json";
        String text = "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}".formatted(type, String.join(",", manifests));
        send(HttpRequest.newBuilder(uri("/manifests/" + tag)).header("Content-Type", type).PUT(HttpRequest.BodyPublishers.ofString(text)));
    }

    private URI uri(String path) {
        return URI.create("http://" + host + "/v2/" + repository + path);
    }

    private HttpResponse<Void> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer;
    }
}
