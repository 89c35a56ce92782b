package dev.cupel.image.archive;

import dev.cupel.image.CupelException;
import dev.cupel.image.Descriptor;
import dev.cupel.image.Fault;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A directory as a layer, packed by GNU tar: the JDK sees neither file capabilities nor names that are not UTF-8.
record PackedDirectory(Path directory) {
    private static final List<String> REPRODUCIBLY = List.of(
            "tar",
            "--create",
            "--format=posix",
            "--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime",
            "--sort=name",
            "--numeric-owner",
            "--xattrs",
            "--xattrs-include=*",
            "--warning=no-file-ignored");

    Descriptor into(ContentStore store) throws IOException {
        Path complaints = Files.createTempFile("cupel-tar", ".txt");
        try {
            Process tar = start(complaints);
            Descriptor layer;
            try (InputStream packed = tar.getInputStream()) {
                layer = store.add(MediaTypes.OCI_LAYER, packed);
            }
            int status = tar.waitFor();
            if (status != 0) {
                throw new CupelException(
                        Fault.ENVIRONMENT,
                        "Cannot pack " + directory + ": " + Files.readString(complaints, StandardCharsets.UTF_8).strip(),
                        "Check that all of it may be read and that nothing changes it meanwhile.");
            }
            return layer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + directory + " was packed");
        } finally {
            Files.delete(complaints);
        }
    }

    private Process start(Path complaints) {
        List<String> command = new ArrayList<>(REPRODUCIBLY);
        command.addAll(List.of("--directory", directory.toString(), "."));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(complaints.toFile());
            builder.environment().put("LC_ALL", "C");
            return builder.start();
        } catch (IOException e) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Cannot pack " + directory + ": there is no program tar.",
                    "Install GNU tar, or give a tar of the directory.",
                    e);
        }
    }
}
