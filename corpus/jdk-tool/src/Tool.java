import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.ServiceLoader;

public class Tool {
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "say" -> ServiceLoader.load(Style.class).forEach(style -> System.out.println(style.of(args[1])));
            case "zip" -> {
                Path file = Files.createTempFile("x", ".zip");
                Files.delete(file);
                try (var zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of("create", "true"))) {
                    Files.writeString(zip.getPath("/a"), "b");
                }
                System.out.println("zipped " + (Files.size(file) > 20));
            }
            case "http" -> {
                var server = com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", 0), 0);
                server.createContext("/", exchange -> { exchange.sendResponseHeaders(200, 2); exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8)); exchange.close(); });
                server.start();
                var client = java.net.http.HttpClient.newHttpClient();
                System.out.println(client.send(java.net.http.HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getAddress().getPort())).build(), java.net.http.HttpResponse.BodyHandlers.ofString()).body());
                server.stop(0);
            }
            case "zone" -> System.out.println(ZonedDateTime.parse("2024-07-01T00:00:00+02:00[Europe/Berlin]").getZone());
            case "script" -> System.out.println(java.util.logging.LogManager.getLogManager().getProperty("handlers"));
            default -> { System.err.println("unknown: " + args[0]); System.exit(3); }
        }
    }
}
