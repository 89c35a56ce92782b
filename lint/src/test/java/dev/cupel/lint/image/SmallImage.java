package dev.cupel.lint.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A docker archive made of a few files, with the system's own tar.
final class SmallImage {
    private final Path folder;
    private final List<String> diffIds = new ArrayList<>();
    private final List<String> layers = new ArrayList<>();
    private String created = "";

    SmallImage(Path folder) {
        this.folder = folder;
    }

    SmallImage made(String time) {
        created = time;
        return this;
    }

    /// Adds a layer; each file is `path mode content`, a directory ends in a slash; `path =other` is a hard link.
    SmallImage layer(String... files) throws Exception {
        String name = "layer" + layers.size();
        Path root = Files.createDirectories(folder.resolve(name));
        for (String file : files) {
            String[] parts = file.split(" ", 3);
            Path path = root.resolve(parts[0].substring(1));
            if (parts[1].startsWith("=")) {
                Files.createDirectories(path.getParent());
                Files.createLink(path, root.resolve(parts[1].substring(2)));
                continue;
            }
            Files.createDirectories(parts[0].endsWith("/") ? path : path.getParent());
            if (!parts[0].endsWith("/")) {
                Files.writeString(path, parts[2]);
            }
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            run("chmod", parts[1], path.toString());
        }
        Path tar = folder.resolve(name + ".tar");
        run("tar", "--numeric-owner", "--owner=0", "--group=0", "-C", root.toString(), "-cf", tar.toString(), ".");
        layers.add(name + ".tar");
        diffIds.add("\"sha256:" + sha256(Files.readAllBytes(tar)) + "\"");
        return this;
    }

    /// Writes the archive; `config` are members of the configuration's `config`, `history` entries of its history.
    Path archive(String config, String... history) throws Exception {
        String entries = String.join(",", List.of(history).stream().map(one -> "{\"created_by\":\"" + one + "\",\"empty_layer\":true}").toList());
        Files.writeString(folder.resolve("config.json"), """
                {"architecture":"amd64","os":"linux",%s"config":{%s},"rootfs":{"type":"layers","diff_ids":[%s]},"history":[%s]}
                """.formatted(created.isEmpty() ? "" : "\"created\":\"" + created + "\",", config, String.join(",", diffIds), entries));
        Files.writeString(folder.resolve("manifest.json"), "[{\"Config\":\"config.json\",\"RepoTags\":[\"small:1\"],\"Layers\":[\"" + String.join("\",\"", layers) + "\"]}]");
        Path archive = folder.resolve("image.tar");
        List<String> command = new ArrayList<>(List.of("tar", "-C", folder.toString(), "-cf", archive.toString(), "manifest.json", "config.json"));
        command.addAll(layers);
        run(command.toArray(String[]::new));
        return archive;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
