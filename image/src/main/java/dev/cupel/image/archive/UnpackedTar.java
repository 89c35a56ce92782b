package dev.cupel.image.archive;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.file.ReplacedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Unpacks with GNU tar: the JDK sets neither file capabilities nor names that are not UTF-8.
record UnpackedTar(Path directory) {
    private static final List<String> FAITHFULLY = List.of(
            "tar", "--extract", "--numeric-owner", "--same-owner", "--same-permissions", "--xattrs", "--xattrs-include=*",
            "--delay-directory-restore");

    void fill(ReplacedFile.Content tar) throws IOException {
        Path complaints = Files.createTempFile("cupel-tar", ".txt");
        try {
            Process unpacking = start(complaints);
            try (OutputStream out = new BufferedOutputStream(unpacking.getOutputStream(), 1 << 17)) {
                tar.writeTo(out);
            } finally {
                finish(unpacking, complaints);
            }
        } finally {
            Files.delete(complaints);
        }
    }

    private void finish(Process unpacking, Path complaints) throws IOException {
        try {
            if (unpacking.waitFor() != 0) {
                throw new CupelException(
                        Fault.ENVIRONMENT,
                        "Cannot unpack into " + directory + ": " + Files.readString(complaints, StandardCharsets.ISO_8859_1).strip(),
                        "Owners and devices need root; a tar (dir:NAME.tar) does not.");
            }
        } catch (InterruptedException e) {
            unpacking.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + directory + " was filled");
        }
    }

    private Process start(Path complaints) {
        List<String> command = new ArrayList<>(FAITHFULLY);
        command.addAll(List.of("--directory", directory.toString()));
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.redirectError(complaints.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("LC_ALL", "C");
            return builder.start();
        } catch (IOException e) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Cannot unpack into " + directory + ": there is no program tar.",
                    "Install GNU tar, or write a tar (dir:NAME.tar).",
                    e);
        }
    }
}
