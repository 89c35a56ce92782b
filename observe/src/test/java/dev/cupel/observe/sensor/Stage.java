package dev.cupel.observe.sensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// The root file system that `stage.sh` makes, kept below `target` until its sources change.
final class Stage {
    private static final List<String> SOURCES = List.of("act.c", "dynamic.c", "plugin.c", "narrow.s", "stage.sh");

    private Stage() {}

    static Path root() throws IOException, InterruptedException {
        Path root = Path.of("target", "stage-" + hash()).toAbsolutePath();
        if (!Files.isDirectory(root)) {
            make(root);
        }
        return root;
    }

    private static void make(Path root) throws IOException, InterruptedException {
        Path sources = Files.createTempDirectory(root.getParent(), "stage-sources");
        Path unfinished = Files.createTempDirectory(root.getParent(), "stage-unfinished");
        for (String name : SOURCES) {
            Files.write(sources.resolve(name), source(name));
        }
        Commands.run("sh", sources.resolve("stage.sh").toString(), sources.toString(), unfinished.toString());
        Commands.run("chmod", "755", unfinished.toString());
        try {
            Files.move(unfinished, root, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException another) {
            Commands.run("rm", "-rf", unfinished.toString()); // a test beside this one was quicker
        }
    }

    private static String hash() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : SOURCES) {
                digest.update(source(name));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] source(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Stage.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }
}
