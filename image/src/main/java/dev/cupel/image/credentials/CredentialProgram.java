package dev.cupel.image.credentials;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One helper program, `docker-credential-NAME`. Spec: docker-credential-helpers, "Development" (server on standard input of
/// `get`, JSON on standard output).
record CredentialProgram(String suffix, Map<String, String> environment, Duration longest) {
    private static final int LONGEST_ANSWER = 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    CredentialProgram {
        environment = Map.copyOf(environment);
    }

    /// Asks for one server; empty if the helper knows none.
    Optional<Credential> get(String server) throws IOException {
        Process process = start();
        try (ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> answer = reading.submit(() -> process.getInputStream().readNBytes(LONGEST_ANSWER));
            try {
                Optional<IOException> unsent = send(server, process);
                return credential(answer.get(longest.toMillis(), TimeUnit.MILLISECONDS), process, server, unsent);
            } finally {
                // Its children may hold the pipe open, and the reader with it.
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (TimeoutException e) {
            throw trouble(server, "it gave no answer in " + longest.toSeconds() + " seconds", Optional.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while a credential helper was asked").initCause(e);
        } catch (ExecutionException e) {
            throw trouble(server, "its answer could not be read", Optional.of(e));
        }
    }

    /// A helper may well answer without reading what it is asked, so a failure to send counts only when the answer is bad.
    private static Optional<IOException> send(String server, Process process) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(server.getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private Optional<Credential> credential(
            byte[] answer, Process process, String server, Optional<IOException> unsent)
            throws InterruptedException, TimeoutException {
        if (!process.waitFor(longest)) {
            throw new TimeoutException();
        }
        String text = new String(answer, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            if (text.contains("credentials not found")) {
                return Optional.empty();
            }
            // What it printed is not shown: it may be half a secret.
            throw trouble(server, "it ended with the exit code " + process.exitValue(), unsent);
        }
        try {
            JsonNode found = JSON.readTree(text);
            String user = found.path("Username").asString("");
            String secret = found.path("Secret").asString("");
            return secret.isEmpty() ? Optional.empty() : Optional.of(credential(user, secret));
        } catch (JacksonException e) {
            throw trouble(server, "its answer is not JSON", unsent);
        }
    }

    private static Credential credential(String user, String secret) {
        return user.equals("<token>") ? new Credential.IdentityToken(secret) : new Credential.UserPassword(user, secret);
    }

    private Process start() throws IOException {
        String name = "docker-credential-" + suffix;
        if (!suffix.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Docker's configuration names the credential helper " + Quoted.of(suffix) + ", which cannot be a program's name.",
                    "Correct credsStore and credHelpers in config.json.");
        }
        Path program = Arrays.stream(environment.getOrDefault("PATH", "").split(":", -1))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new CupelException(
                        Fault.ENVIRONMENT,
                        "Docker's configuration names the credential helper " + name + ", which is not on the PATH.",
                        "Install it, or take it out of credsStore and credHelpers in config.json."));
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "get").redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private CupelException trouble(String server, String why, Optional<? extends Exception> cause) {
        CupelException trouble = new CupelException(
                Fault.ENVIRONMENT,
                "Cannot get credentials for " + Quoted.of(server) + " from docker-credential-" + suffix + ": " + why + ".",
                "Try `docker-credential-" + suffix + " list`, or log in again.");
        cause.ifPresent(trouble::initCause);
        return trouble;
    }
}
