package dev.cupel.image.registry;

import dev.cupel.image.reference.ImageName;
import dev.cupel.image.registry.http.Answer;
import dev.cupel.image.registry.http.BrokenTransfer;
import dev.cupel.image.registry.http.HttpClients;
import dev.cupel.image.registry.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// All registries: finds where one answers, and keeps one client for each, so that tokens serve all of a run.
public final class Registries implements AutoCloseable {
    private final RegistrySettings settings;
    private final HttpClients clients;
    private final Transport transport;
    private final Map<URI, RegistryClient> known = new ConcurrentHashMap<>();
    private final Map<String, RegistryAddress> addresses = new ConcurrentHashMap<>();

    /// `clients` is closed with this object.
    public Registries(RegistrySettings settings, HttpClients clients) {
        this.settings = settings;
        this.clients = clients;
        this.transport = new Transport(clients, settings.stall());
    }

    /// The repository that a name means, in its own registry.
    public Repository repository(ImageName name) throws IOException {
        return new Repository(client(address(name.registry())), name.repository());
    }

    /// Where to pull from, in order: the registry's mirrors, then itself.
    public List<Repository> forPull(ImageName name) throws IOException {
        List<Repository> all = new ArrayList<>();
        for (URI mirror : settings.mirrors().getOrDefault(name.registry(), List.of())) {
            URI root = URI.create(mirror.toString().replaceFirst("/*$", "") + "/v2/");
            all.add(new Repository(client(new RegistryAddress(root.getRawAuthority(), root)), name.repository()));
        }
        all.add(repository(name));
        return all;
    }

    /// All repositories of a registry (`host[:port]`), where it gives such a list.
    public List<String> catalog(String registry) throws IOException {
        return Repository.allPages(client(address(registry)), ListRepositories::new);
    }

    /// Asks a registry whether it is there and lets this account in.
    public void ping(String registry) throws IOException {
        client(address(registry)).call(new Ping());
    }

    @Override
    public void close() {
        clients.close();
    }

    private RegistryClient client(RegistryAddress address) {
        return known.computeIfAbsent(address.v2Root(), _ -> new RegistryClient(address, transport, settings));
    }

    private RegistryAddress address(String registry) throws IOException {
        RegistryAddress address = addresses.get(registry);
        if (address == null) {
            boolean plain = settings.plainHttp().contains(registry) || (isLoopback(registry) && answersPlainly(registry));
            address = RegistryAddress.of(registry, plain);
            addresses.put(registry, address);
        }
        return address;
    }

    private static boolean isLoopback(String registry) {
        String host = registry.replaceFirst(":[0-9]+$", "");
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    /// On this machine a registry may well have no TLS. A server with TLS hangs up on a plain request or, written in Go, says so.
    private boolean answersPlainly(String registry) throws IOException {
        HttpRequest ping = HttpRequest.newBuilder(URI.create("http://" + registry + "/v2/")).build();
        try (Answer answer = transport.send(ping)) {
            return answer.status() != 400;
        } catch (BrokenTransfer e) {
            return false; // nothing plain listens there; with TLS the next request tells more
        }
    }
}
