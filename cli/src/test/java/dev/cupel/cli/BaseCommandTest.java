package dev.cupel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.cupel.image.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `cupel base` of an image in an OCI layout, its base in a registry that has manifests, configurations and tags, but no layers.
class BaseCommandTest {
    private static final String OLD = "2026-01-01T00:00:00Z";

    @TempDir
    private Path work;

    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer registry;
    private String base;

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/v2/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = path.equals("/v2/") ? new byte[0] : documents.get(path);
            synchronized (asked) {
                asked.add(path);
            }
            if (path.contains("/manifests/")) {
                exchange.getResponseHeaders().add("Content-Type", "application/vnd.oci.image.manifest.v1+json");
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (body != null) {
                exchange.getResponseHeaders().add("Docker-Content-Digest", Digest.of(body).toString());
            }
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null || head || body.length == 0 ? -1 : body.length);
            if (body != null && !head) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        registry.start();
        base = "127.0.0.1:" + registry.getAddress().getPort() + "/base";
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @Test
    void a_base_whose_name_has_other_layers_now_is_behind_by_days_and_tags() throws IOException {
        serve("1.2", "2026-01-31T00:00:00Z", List.of("b"));
        documents.put("/v2/base/tags/list", "{\"name\":\"base\",\"tags\":[\"1.2\",\"1.3\",\"1.10\",\"2\",\"1.3-slim\"]}".getBytes(UTF_8));

        JsonNode behind = freshness("--check");

        assertThat(behind.get("state").asString()).isEqualTo("behind");
        assertThat(behind.get("daysBehind").asInt()).isEqualTo(30);
        assertThat(behind.get("newerTags").values()).extracting(JsonNode::asString).containsExactly("1.10", "1.3");
    }

    @Test
    void a_base_whose_layers_are_still_below_the_image_is_current() throws IOException {
        serve("1.2", OLD, List.of("a"));

        assertThat(freshness("--check").get("state").asString()).isEqualTo("current");
    }

    @Test
    void no_registry_is_asked_unless_it_is_asked_for() throws IOException {
        JsonNode silent = freshness("--debug");

        assertThat(silent.get("state").asString()).isEqualTo("not-asked");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_registry_that_does_not_know_the_base_leaves_the_rest_of_the_answer() throws IOException {
        Invocation told = Invocation.of("base", "oci:" + image(), "--check");

        assertThat(told.exitCode()).as(told.err()).isEqualTo(ExitCode.DONE);
        assertThat(told.out()).contains("behind       Cannot", "which base would do");
    }

    /// No name is written into this image; the base was copied out of a layout through the same store.
    @Test
    void a_base_that_came_through_the_store_is_known_by_its_layers() throws IOException {
        Map<String, String> known = Map.of("XDG_CACHE_HOME", work.resolve("cache").toString());
        Path base = layout("base", config(OLD, List.of("a"), ""), List.of("a"));
        Path app = layout("app", config(OLD, List.of("a", "own"), ""), List.of("a", "own"));
        Invocation copied = Invocation.of(known, "copy", "oci:" + base, "oci:" + work.resolve("copy") + ":base");

        Invocation told = Invocation.of(known, "base", "oci:" + app);

        assertThat(copied.exitCode()).as(copied.err()).isEqualTo(ExitCode.DONE);
        assertThat(told.out()).contains("the lowest 1", "they are the layers of oci:");
    }

    private JsonNode freshness(String option) throws IOException {
        Invocation told = Invocation.of("base", "oci:" + image(), "--format", "json", option);
        assertThat(told.exitCode()).as(told.err()).isEqualTo(ExitCode.DONE);
        return JsonMapper.shared().readTree(told.out()).get("freshness");
    }

    private Path image() throws IOException {
        String label = "\"config\":{\"Labels\":{\"org.opencontainers.image.base.name\":\"" + base + ":1.2\"}},";
        return layout("image", config(OLD, List.of("a", "own"), label), List.of("a", "own"));
    }

    private void serve(String tag, String created, List<String> layers) {
        byte[] config = config(created, layers, "");
        byte[] manifest = manifest(config, layers);
        documents.put("/v2/base/manifests/" + tag, manifest);
        documents.put("/v2/base/manifests/" + Digest.of(manifest), manifest);
        documents.put("/v2/base/blobs/" + Digest.of(config), config);
    }

    private Path layout(String name, byte[] config, List<String> layers) throws IOException {
        Path folder = Files.createDirectories(work.resolve(name));
        Path blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
        byte[] manifest = manifest(config, layers);
        List<byte[]> all = new ArrayList<>(List.of(config, manifest));
        layers.forEach(layer -> all.add(tar(layer)));
        for (byte[] blob : all) {
            Files.write(blobs.resolve(Digest.of(blob).hex()), blob);
        }
        Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Files.writeString(folder.resolve("index.json"), "{\"schemaVersion\":2,\"manifests\":[%s]}".formatted(descriptor("manifest.v1+json", manifest)));
        return folder;
    }

    private static byte[] manifest(byte[] config, List<String> layers) {
        List<String> all = layers.stream().map(layer -> descriptor("layer.v1.tar", tar(layer))).toList();
        String type = "application/vnd.oci.image.manifest.v1+json";
        return "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":%s}".formatted(type, descriptor("config.v1+json", config), all).getBytes(UTF_8);
    }

    /// A pause of a day before the last layer tells the base from the application.
    private static byte[] config(String created, List<String> layers, String more) {
        List<String> ids = layers.stream().map(layer -> "\"" + Digest.of(tar(layer)) + "\"").toList();
        List<String> history = layers.stream().map(layer -> "{\"created\":\"%s\"}".formatted(layer.equals("own") ? "2026-03-01T00:00:00Z" : created)).toList();
        return "{\"os\":\"linux\",\"architecture\":\"amd64\",\"created\":\"%s\",%s\"rootfs\":{\"type\":\"layers\",\"diff_ids\":%s},\"history\":%s}"
                .formatted(created, more, ids, history)
                .getBytes(UTF_8);
    }

    private static String descriptor(String type, byte[] blob) {
        return "{\"mediaType\":\"application/vnd.oci.image.%s\",\"digest\":\"%s\",\"size\":%d}".formatted(type, Digest.of(blob), blob.length);
    }

    /// One empty file of this name (POSIX ustar).
    private static byte[] tar(String name) {
        byte[] tar = new byte[1536];
        System.arraycopy(name.getBytes(UTF_8), 0, tar, 0, name.length());
        System.arraycopy("0000644\0000000000\0000000000\00000000000000\00000000000000".getBytes(UTF_8), 0, tar, 100, 47);
        System.arraycopy("        0".getBytes(UTF_8), 0, tar, 148, 9);
        System.arraycopy("ustar\00000".getBytes(UTF_8), 0, tar, 257, 8);
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += tar[i] & 0xff;
        }
        System.arraycopy("%06o\0 ".formatted(sum).getBytes(UTF_8), 0, tar, 148, 8);
        return tar;
    }
}
