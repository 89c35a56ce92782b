package dev.cupel.observe.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A small web site behind a real nginx: pages, assets, an error page, site map, robots file.
public final class NginxSite {
    private final Path directory;
    private final Path root;
    private final int port;

    public NginxSite(Path directory) throws IOException {
        this.directory = directory;
        this.root = Files.createDirectories(directory.resolve("site"));
        this.port = LocalServer.freePort();
        write("index.html", """
                <html><head><link rel=stylesheet href=style.css><script src="/app.js"></script></head>
                <body><a href="about.html">About</a> <a href="http://elsewhere.example/x">Elsewhere</a>
                <img src="logo.png" srcset="logo-2x.png 2x"><form action="/find.html"><input name=q></form></body></html>
                """);
        write("about.html", "<html><body><a href='deep/er/page.html?x=1'>Deeper</a></body></html>");
        write("deep/er/page.html", "<html><body>Deep</body></html>");
        write("find.html", "<html><body>Found</body></html>");
        write("style.css", "@import 'more.css'; body { background: url(\"paper.png\") }");
        write("more.css", "p { color: red }");
        write("app.js", "fetch('/data/items.json')");
        write("data/items.json", "[{\"id\": 1, \"href\": \"/hidden.html\"}]");
        write("hidden.html", "<html><body>Hidden</body></html>");
        write("listed.html", "<html><body>Only in the site map</body></html>");
        write("secret/index.html", "<html><body>Only in robots.txt</body></html>");
        write("logo.png", "not really a picture");
        write("404.html", "<html><body>Nothing here</body></html>");
        write("robots.txt", "User-agent: *\nDisallow: /secret/\nSitemap: http://www.example.com/map.xml\n");
        write("map.xml", "<?xml version=\"1.0\"?><urlset><url><loc>http://www.example.com/listed.html</loc></url></urlset>");
    }

    public int port() {
        return port;
    }

    /// A page or asset; its time is always the same, as that of a file in an image.
    public void write(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(root.resolve(name + "/..").normalize());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-02T03:04:05Z")));
    }

    public void delete(String name) throws IOException {
        Files.delete(root.resolve(name));
    }

    public LocalServer start() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                file.toFile().setReadable(true, false);
                file.toFile().setExecutable(Files.isDirectory(file), false);
            }
        }
        Path configuration = Files.writeString(directory.resolve("nginx.conf"), """
                daemon off; master_process off; pid nginx.pid; error_log stderr;
                events { worker_connections 64; }
                http {
                  types { text/html html; text/css css; application/javascript js; application/json json; image/png png; text/xml xml; }
                  access_log /dev/stdout; gzip on; gzip_min_length 1; client_body_temp_path body; proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                  server { listen 127.0.0.1:%d; root %s; error_page 404 /404.html; }
                }
                """.formatted(port, root));
        return LocalServer.start(
                List.of("nginx", "-p", directory.toString(), "-e", "stderr", "-c", configuration.toString()), directory, Set.of(port));
    }
}
