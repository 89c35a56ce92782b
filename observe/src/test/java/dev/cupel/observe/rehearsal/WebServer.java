package dev.cupel.observe.rehearsal;

import dev.cupel.image.manifest.Image;
import dev.cupel.observe.run.Sandbox;
import dev.cupel.observe.run.TestImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// An image made of Alpine and two scripts.
final class WebServer {
    private WebServer() {}

    /// Serves one page; its second start on the same volume reads one file more.
    static Image image(Sandbox sandbox, Path folder) throws IOException, InterruptedException {
        Path layer = Files.createDirectories(folder.resolve("web"));
        Files.createDirectories(layer.resolve("www"));
        Files.writeString(layer.resolve("www/index.html"), "welcome\n");
        Files.writeString(layer.resolve("www/only-second"), "x\n");
        script(
                layer.resolve("serve"),
                """
                #!/bin/sh
                read -r method path rest
                printf 'HTTP/1.1 200 OK\\r\\nContent-Length: 8\\r\\nConnection: close\\r\\n\\r\\n'
                [ "$method" = HEAD ] || cat /www/index.html
                """);
        script(
                layer.resolve("begin"),
                """
                #!/bin/sh
                [ -e /data/first ] && cat /www/only-second
                touch /data/first
                trap 'kill $server; exit 0' TERM
                nc -lk -p 8080 -e /serve & server=$!
                while :; do wait; done
                """);
        return TestImage.alpine(sandbox.store()).layerOf(layer).volume("/data").command("/begin").image();
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
