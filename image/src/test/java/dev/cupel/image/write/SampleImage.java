package dev.cupel.image.write;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.ImageConfigReader;
import dev.cupel.image.manifest.Images;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.ManifestWriter;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.store.ContentStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Images whose layers are what shell scripts leave in empty directories, packed by GNU tar and gzip.
public record SampleImage(Path work, ContentStore store) {
    /// One layer for each script; a script may export TAR_OPTIONS.
    public Image of(String... scripts) throws Exception {
        List<Descriptor> layers = new ArrayList<>();
        List<Digest> diffIds = new ArrayList<>();
        for (String script : scripts) {
            byte[] tar = pack(script);
            diffIds.add(Digest.of(tar));
            layers.add(store.add(MediaTypes.OCI_LAYER_GZIP, gzip(tar)));
        }
        String config = """
                {"created":"2026-01-02T03:04:05.000006789Z","architecture":"amd64","os":"linux","variant":"v1",
                "config":{"User":"7","Env":["PATH=/bin"],"Cmd":["/bin/sh"],"StopSignal":"SIGQUIT","OnBuild":null,
                "Healthcheck":{"Test":["CMD","true"]},"ArgsEscaped":true},
                "x.vendor":{"keep":[1,2.50,1e3]},
                "history":[{"created_by":"first","comment":"no layer","empty_layer":true}%s],
                "rootfs":{"type":"layers","diff_ids":[%s]}}""".formatted(
                diffIds.stream().map(id -> ",{\"created_by\":\"layer " + id.abbreviated() + "\"}").collect(Collectors.joining()),
                diffIds.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",")));
        byte[] configBytes = config.getBytes(StandardCharsets.UTF_8);
        Descriptor configBlob = store.add(MediaTypes.OCI_CONFIG, configBytes);
        Manifest.OfImage manifest = new Manifest.OfImage(MediaTypes.OCI_MANIFEST, configBlob, layers, new TreeMap<>());
        Descriptor stored = store.add(MediaTypes.OCI_MANIFEST, ManifestWriter.write(manifest));
        return Images.of(stored, manifest, ImageConfigReader.read(configBytes));
    }

    private byte[] pack(String script) throws Exception {
        Path tree = Files.createTempDirectory(work, "tree");
        Path tar = Files.createTempFile(work, "layer", ".tar");
        shell("set -e; umask 022; cd " + tree + "; " + script
                + "; tar --sort=name --numeric-owner --format=posix --xattrs --xattrs-include='*' -cf " + tar + " .");
        return Files.readAllBytes(tar);
    }

    static byte[] gzip(byte[] bytes) throws Exception {
        Process gzip = new ProcessBuilder("gzip", "-n").start();
        Thread feeder = Thread.ofVirtual().start(() -> feed(gzip, bytes));
        try (InputStream packed = gzip.getInputStream()) {
            byte[] all = packed.readAllBytes();
            feeder.join();
            return all;
        }
    }

    private static void feed(Process process, byte[] bytes) {
        try (var in = process.getOutputStream()) {
            new ByteArrayInputStream(bytes).transferTo(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Runs a script; anything but success is an exception with its output. Returns its output.
    public static String shell(String script) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (shell.waitFor() != 0) {
            throw new IllegalStateException(script + ": " + output);
        }
        return output;
    }
}
