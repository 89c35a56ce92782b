package dev.cupel.observe.probe.protocol;

import dev.cupel.observe.probe.transcript.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out what a port speaks: the customary one for the port is tried first, then who speaks without being asked, then
/// each language's shortest question on a connection of its own.
public final class Greeting {
    private static final Map<Integer, Service> CUSTOMARY = Map.ofEntries(
            Map.entry(80, Service.HTTP), Map.entry(8080, Service.HTTP), Map.entry(3000, Service.HTTP), Map.entry(5000, Service.HTTP),
            Map.entry(8000, Service.HTTP), Map.entry(443, Service.HTTPS), Map.entry(8443, Service.HTTPS),
            Map.entry(6379, Service.REDIS), Map.entry(5432, Service.POSTGRES), Map.entry(3306, Service.MYSQL),
            Map.entry(11211, Service.MEMCACHED), Map.entry(5672, Service.AMQP), Map.entry(25, Service.SMTP),
            Map.entry(587, Service.SMTP), Map.entry(21, Service.FTP), Map.entry(22, Service.SSH));
    // Lines first: a service of lines waits for the end of one when it is sent anything else.
    private static final List<Service> ORDER = List.of(
            Service.HTTP, Service.REDIS, Service.MEMCACHED, Service.POSTGRES, Service.HTTPS, Service.H2C, Service.AMQP);
    private static final Duration LISTEN = Duration.ofMillis(250);
    private static final Duration GREETING = Duration.ofSeconds(3);
    private static final Duration GUESS = Duration.ofMillis(700);

    private Greeting() {}

    /// What speaks there; [Service#TCP] if it accepts connections and nothing else is known; empty if it accepts none. Call it
    /// on a thread inside the container's network.
    public static Optional<Service> of(int port) {
        Optional<Service> customary = Optional.ofNullable(CUSTOMARY.get(port));
        if (customary.isPresent() && Recognition.asks(customary.get()) && answers(port, customary.get(), GREETING)) {
            return customary;
        }
        boolean speaksFirst = customary.isPresent() && !Recognition.asks(customary.get());
        Optional<byte[]> unasked = listen(port, speaksFirst ? GREETING : LISTEN);
        if (unasked.isEmpty()) {
            return Optional.empty();
        }
        Optional<Service> greeting = Recognition.ofGreeting(unasked.get());
        return greeting.isPresent()
                ? greeting
                : Optional.of(ORDER.stream().filter(service -> answers(port, service, GUESS)).findFirst().orElse(Service.TCP));
    }

    private static Optional<byte[]> listen(int port, Duration limit) {
        try (Wire wire = Wire.connect(port, limit)) {
            return Optional.of(wire.some(512));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    // A service of another kind answers nonsense or hangs up; both mean no.
    private static boolean answers(int port, Service service, Duration patience) {
        if (service == Service.HTTPS) {
            return TlsHello.answers(port, patience);
        }
        try (Wire wire = Wire.connect(port, patience)) {
            wire.send(Recognition.question(service));
            String answer = new String(wire.some(512), StandardCharsets.ISO_8859_1);
            // TLS servers tell plain requests apart with a plain 400.
            boolean maybeTls = service == Service.HTTP && answer.startsWith(" 400", 8);
            return Recognition.isAnswer(service, answer) && !(maybeTls && TlsHello.answers(port, LISTEN));
        } catch (IOException e) {
            return false;
        }
    }
}
