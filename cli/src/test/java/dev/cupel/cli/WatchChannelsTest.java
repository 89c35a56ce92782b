package dev.cupel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.cupel.image.parallel.FanOut;
import dev.cupel.observe.journal.Waited;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where news of a watch goes.
class WatchChannelsTest {
    @TempDir
    private Path folder;

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private volatile int status = 200;
    private HttpServer server;
    private WatchedMachine machine;
    private String url;

    @BeforeEach
    void something_new_is_to_be_told() throws IOException {
        machine = new WatchedMachine(folder);
        machine.image("1.36.1-r29");
        machine.advisories(WatchedMachine.record("CVE-2024-1", ""));
        machine.call("watch", "add", "dir:" + machine.root());
        machine.advisories(WatchedMachine.record("CVE-2024-<!channel>&", ""));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/s3cret";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_webhook_gets_the_json_that_is_printed_and_nothing_if_nothing_changed() {
        Invocation told = machine.call("watch", "--webhook", url, "--format", "json");
        machine.call("watch", "--webhook", url, "--force");

        assertThat(received).hasSize(1);
        assertThat(received.getFirst().replaceAll("\\s", "")).isEqualTo(told.out().replaceAll("\\s", "")).contains("\"kind\":\"NEW\"", "\"images\":1");
    }

    @Test
    void two_at_once_tell_it_once() throws IOException {
        List<FanOut.Task<Invocation>> both = Collections.nCopies(2, () -> machine.call("watch", "--webhook", url));

        List<Invocation> ended = new FanOut(2).all(both);

        assertThat(received).hasSize(1);
        assertThat(ended).extracting(Invocation::exitCode).containsExactlyInAnyOrder(ExitCode.REFUSED, ExitCode.DONE);
    }

    @Test
    void slack_gets_text_in_which_nothing_is_markup() {
        machine.environment().put("CUPEL_SLACK_URL", url);

        machine.call("watch");

        assertThat(received).hasSize(1);
        assertThat(received.getFirst()).startsWith("{\"text\":\"").contains("CVE-2024-&lt;!channel&gt;&amp;").doesNotContain("<!channel>");
    }

    @Test
    void what_did_not_arrive_is_told_again_and_no_message_holds_the_address() {
        status = 500;
        Invocation refused = machine.call("watch", "--webhook", url);
        status = 200;
        Invocation unreachable = machine.call("watch", "--webhook", "http://127.0.0.1:1/s3cret");
        Invocation delivered = machine.call("watch", "--webhook", url);

        assertThat(List.of(refused, unreachable)).allSatisfy(one -> {
            assertThat(one.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(one.err()).contains("webhook", "tells all of this again").doesNotContain("s3cret");
        });
        assertThat(delivered.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(delivered.out()).contains("1 new");
    }

    @Test
    void an_address_that_is_none_is_not_repeated() {
        machine.environment().put("CUPEL_WEBHOOK_URL", "ftp://x/s3cret");

        for (Invocation wrong : List.of(machine.call("watch"), machine.call("watch", "--slack", "https://me:s3cret@host/"), machine.call("watch", "--slack", "s3cret{"))) {
            assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(wrong.err()).contains("no URL to post to").doesNotContain("s3cret");
        }
    }

    @Test
    void mail_options_that_do_not_go_together_are_a_misuse() {
        assertThat(machine.call("watch", "--smtp", "127.0.0.1:25").err()).contains("--smtp needs --from and --to");
        assertThat(machine.call("watch", "--to", "a@example.org").err()).contains("go with --smtp");
        assertThat(machine.call("watch", "--smtp", "127.0.0.1:25", "--from", "a@example.org", "--to", "not an address").err()).contains("is no mail address");
        machine.environment().put("CUPEL_SMTP_PASSWORD", "s3cret");
        assertThat(machine.call("watch", "--smtp", "127.0.0.1:25", "--smtp-tls", "none", "--smtp-user", "u", "--from", "a@example.org", "--to", "b@example.org").err())
                .contains("a password does not go out without TLS")
                .doesNotContain("s3cret");
    }

    @Test
    @Needs(Provision.SMTP_SERVER)
    void mail_arrives_and_never_without_the_tls_that_was_asked_for() throws IOException, InterruptedException {
        int port = freePort();
        Process smtp = new ProcessBuilder("/usr/bin/python3", "-u", "-m", "aiosmtpd", "-n", "-l", "127.0.0.1:" + port, "-c", "aiosmtpd.handlers.Debugging", "stdout")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = smtp.inputReader(UTF_8)) {
            awaitServer(port, smtp);
            String[] mail = {"watch", "--smtp", "127.0.0.1:" + port, "--from", "cupel@example.org", "--to", "team@example.org"};

            Invocation unprotected = machine.call(mail);
            Invocation sent = machine.call(joined(mail, "--smtp-tls", "none"));

            assertThat(unprotected.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(unprotected.err()).contains("The mail server 127.0.0.1:" + port + " did not take the mail", "STARTTLS");
            assertThat(sent.exitCode()).isEqualTo(ExitCode.REFUSED);
            List<String> lines = new ArrayList<>();
            for (String line = said.readLine(); line != null && !line.contains("END MESSAGE"); line = said.readLine()) {
                lines.add(line);
            }
            assertThat(lines).contains("From: cupel@example.org", "To: team@example.org", "Auto-Submitted: auto-generated");
            assertThat(String.join("\n", lines)).contains("Subject: Cupel: 1 new, 1 gone in 1 of 1 images", "CVE-2024-<!channel>&");
        } finally {
            smtp.destroy();
            smtp.waitFor();
        }
    }

    private static String[] joined(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitServer(int port, Process server) {
        while (server.isAlive()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException e) {
                Waited.milliseconds(1); // nobody listens there yet
            }
        }
        throw new AssertionError("the mail server ended");
    }
}
