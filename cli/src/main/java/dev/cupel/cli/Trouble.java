package dev.cupel.cli;

import dev.cupel.image.CupelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/// A failure as it is told to whoever called: one line, what to do next, an exit code.
///
/// @param next empty where there is nothing to add
record Trouble(String what, String next, int exitCode) {
    private static final String DEBUG = "Run it again with --debug to see where that came from.";

    static Trouble of(Throwable failure) {
        return switch (failure) {
            case CupelException told -> new Trouble(String.valueOf(told.getMessage()), told.next(), ExitCode.of(told.fault()));
            case InterruptedException _ -> new Trouble("interrupted", "", ExitCode.INTERRUPTED);
            case UncheckedIOException wrapped -> of(Objects.requireNonNull(wrapped.getCause()));
            case FileSystemException file -> ofFile(file);
            case IOException io -> new Trouble(io.getMessage() == null ? io.toString() : io.getMessage(), DEBUG, ExitCode.ENVIRONMENT);
            case OutOfMemoryError _ ->
                new Trouble(
                        "There is not enough memory for this image.",
                        "Give it more than 1 GiB: CUPEL_JAVA_OPTIONS=-Xmx2g.",
                        ExitCode.ENVIRONMENT);
            default ->
                new Trouble(
                        "this is a defect in Cupel: " + failure,
                        "Run it again with --debug and report what it prints.",
                        ExitCode.ENVIRONMENT);
        };
    }

    /// The JDK's own messages are a path and no more.
    private static Trouble ofFile(FileSystemException e) {
        String file = String.valueOf(e.getFile());
        return switch (e) {
            case NoSuchFileException _ when e.getReason() == null -> new Trouble(file + " is not there.", "Check its name.", ExitCode.INPUT);
            case AccessDeniedException _ ->
                new Trouble(file + ": permission denied.", "Check its owner and mode, or call cupel with sudo.", ExitCode.ENVIRONMENT);
            case NotDirectoryException _ -> new Trouble(file + " is not a directory.", "Name another one.", ExitCode.ENVIRONMENT);
            case FileAlreadyExistsException _ -> new Trouble(file + " is in the way.", "Remove it, or name another place.", ExitCode.ENVIRONMENT);
            default -> new Trouble(String.valueOf(e.getMessage()), DEBUG, ExitCode.ENVIRONMENT);
        };
    }
}
