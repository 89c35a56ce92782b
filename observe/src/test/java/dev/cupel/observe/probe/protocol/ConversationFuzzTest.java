package dev.cupel.observe.probe.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Login;
import dev.cupel.observe.probe.transcript.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Whatever a service says, in whichever protocol it was asked: the conversation ends with an answer.
class ConversationFuzzTest {
    @FuzzTest
    void any_bytes_of_a_service_end_in_an_answer(FuzzedDataProvider data) throws Exception {
        Service service = data.pickValue(Service.values());
        byte[] said = data.consumeRemainingAsBytes();

        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread speaker = Thread.ofVirtual().uncaughtExceptionHandler((_, _) -> {}).start(() -> say(server, said));
            BugDetectors.allowNetworkConnections((_, port) -> port == server.getLocalPort());
            Ask.Talk ask = new Ask.Talk(server.getLocalPort(), service, new Login("user", "PASSWORD", "base"), List.of("one", "two 2"));

            Answer answer = new Conversation(Map.of("PASSWORD", "secret"), Duration.ofSeconds(10)).hold(ask);

            speaker.join();
            assertThat(answer).isInstanceOfAny(Answer.Talk.class, Answer.Silent.class);
        }
    }

    /// Says all at once and hangs up; what the client says is not listened to. It may hang up first, as soon as it knows that this is nonsense.
    private static void say(ServerSocket server, byte[] bytes) {
        try (Socket client = server.accept();
                OutputStream out = client.getOutputStream()) {
            out.write(bytes);
            out.flush();
            client.shutdownOutput();
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException clientHungUp) {
            throw new UncheckedIOException(clientHungUp);
        }
    }
}
