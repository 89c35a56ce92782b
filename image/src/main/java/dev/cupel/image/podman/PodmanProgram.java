package dev.cupel.image.podman;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The `podman` command, found on the `PATH` of this environment.
public record PodmanProgram(Map<String, String> environment) {
    private static final int LONGEST_COMPLAINT = 16 * 1024;

    public PodmanProgram {
        environment = Map.copyOf(environment);
    }

    /// Takes what the program writes.
    interface Output<T> {
        T read(InputStream out) throws IOException;
    }

    /// Gives the program what it reads.
    interface Input {
        void write(OutputStream in) throws IOException;
    }

    /// Whether the program is here.
    public boolean isThere() {
        return paths().stream().anyMatch(Files::isExecutable);
    }

    /// Runs it, and says how it ended.
    int exitCode(String... arguments) throws IOException {
        Process process = start(List.of(arguments));
        try {
            process.getOutputStream().close();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /// Runs it to its end while its output is read and its input written; a failure is a [CupelException] with what it said.
    <T> T run(Input input, Output<T> output, String... arguments) throws IOException {
        Process process = start(List.of(arguments));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<T> read = threads.submit(() -> output.read(process.getInputStream()));
            Future<String> said = threads.submit(() -> complaint(process));
            try {
                try (OutputStream in = process.getOutputStream()) {
                    input.write(in);
                } catch (IOException e) {
                    // It hung up; its exit code and its words tell more than the broken pipe, unless it is content.
                    requireSuccess(process, said, arguments);
                    throw e;
                }
                T result = read.get();
                requireSuccess(process, said, arguments);
                return result;
            } finally {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException("podman's output could not be read", e);
        }
    }

    private static void requireSuccess(Process process, Future<String> said, String... arguments)
            throws InterruptedIOException {
        try {
            if (process.waitFor() != 0) {
                throw new CupelException(
                        Fault.ENVIRONMENT,
                        "Podman could not " + arguments[0] + ": it ended with the exit code " + process.exitValue() + " and said "
                                + Quoted.of(said.get()) + ".",
                        "Try the same with `podman " + String.join(" ", arguments) + "`.");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw new CupelException(Fault.ENVIRONMENT, "Podman could not " + arguments[0] + ".", "Run it by hand.", e);
        }
    }

    private static String complaint(Process process) throws IOException {
        String text = new String(process.getErrorStream().readNBytes(LONGEST_COMPLAINT), StandardCharsets.UTF_8).strip();
        process.getErrorStream().transferTo(OutputStream.nullOutputStream());
        return text;
    }

    private Process start(List<String> arguments) throws IOException {
        Path program = paths().stream().filter(Files::isExecutable).findFirst().orElseThrow(() -> new CupelException(
                Fault.ENVIRONMENT, "Podman is not on the PATH.", "Install podman, or name the image in another place."));
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(arguments);
        return new ProcessBuilder(command).start();
    }

    private List<Path> paths() {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(":", -1))
                .map(directory -> Path.of(directory, "podman"))
                .toList();
    }

    private static InterruptedIOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        InterruptedIOException interrupted = new InterruptedIOException("interrupted while podman ran");
        interrupted.initCause(e);
        return interrupted;
    }
}
