package dev.cupel.inventory.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Builds programs of Go that use some functions of a module `gopkg.in/lib.v3` and not others. Nothing is fetched.
record GoPrograms(Path work) {
    /// Builds one as `go build` does with these options.
    ByteBuffer build(String options) throws IOException, InterruptedException {
        return ByteBuffer.wrap(Files.readAllBytes(file(options)));
    }

    Path file(String options) throws IOException, InterruptedException {
        Path module = Files.createDirectories(work.resolve("module"));
        Path library = Files.createDirectories(module.resolve("vendor/gopkg.in/lib.v3/deep.er"));
        Files.writeString(module.resolve("go.mod"), "module example.org/tool\ngo 1.20\nrequire gopkg.in/lib.v3 v3.0.0\n");
        Files.writeString(module.resolve("vendor/modules.txt"), "# gopkg.in/lib.v3 v3.0.0\n## explicit; go 1.20\ngopkg.in/lib.v3\ngopkg.in/lib.v3/deep.er\n");
        Files.writeString(module.resolve("main.go"), MAIN);
        Files.writeString(library.resolve("deep.go"), "package deep\nfunc Used() { println(1) }\nfunc Unused() { println(2) }\n");
        Files.writeString(library.resolveSibling("lib.go"), LIBRARY);
        run(module, "go build -o tool " + options);
        return module.resolve("tool");
    }

    static String run(Path directory, String command) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-ec", command).directory(directory.toFile()).redirectErrorStream(true);
        shell.environment().putAll(Map.of("GOFLAGS", "-buildvcs=false", "GOPROXY", "off", "CGO_ENABLED", "0"));
        Process running = shell.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.waitFor() != 0) {
            throw new IllegalStateException(List.of(command) + ": " + said);
        }
        return said;
    }

    private static final String MAIN =
            """
            package main
            import (
                "gopkg.in/lib.v3"
                "gopkg.in/lib.v3/deep.er"
                "os"
            )
            func main() {
                t := &lib.T{N: len(os.Args)}
                println(t.Pointed(), t.Valued(), t.Small(), lib.Generic(t.N), lib.Outer(t.N)(), (&lib.Box[int]{X: 1}).Get())
                deep.Used()
            }
            """;

    private static final String LIBRARY =
            """
            package lib
            import "os"
            type T struct{ N int }
            //go:noinline
            func (t *T) Pointed() int { return t.N + 1 }
            //go:noinline
            func (t T) Valued() int { return t.N + 2 }
            func (t *T) Small() int { return t.N * 3 }
            func (t *T) Unused() int { return t.N - 1 }
            type Box[X any] struct{ X X }
            //go:noinline
            func (b *Box[X]) Get() X { return b.X }
            //go:noinline
            func Generic[X any](x X) X { return x }
            func GenericUnused[X any](x X) X { return x }
            //go:noinline
            func Outer(n int) func() int { return func() int { n++; os.Exit(n); return n } }
            func Unused() { println("gone") }
            """;
}
