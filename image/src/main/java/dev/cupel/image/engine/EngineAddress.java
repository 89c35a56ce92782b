package dev.cupel.image.engine;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/// Where an engine listens.
///
/// @param spelling as a person would write it in `DOCKER_HOST`
public record EngineAddress(SocketAddress socket, String spelling) {

    /// The engine behind this socket file.
    public static EngineAddress unix(Path socket) {
        return new EngineAddress(UnixDomainSocketAddress.of(socket), "unix://" + socket);
    }

    /// Reads `unix:///path` or `tcp://host:port` as `DOCKER_HOST` has them. Only this machine's own addresses are taken over TCP:
    /// the plain protocol hands root to whoever reads it on the way.
    public static EngineAddress parse(String spelling) {
        if (spelling.startsWith("unix://") && spelling.length() > "unix://".length()) {
            return unix(Path.of(spelling.substring("unix://".length())));
        }
        if (spelling.startsWith("tcp://")) {
            return tcp(spelling);
        }
        throw refused(spelling, "Cupel speaks to engines over unix:// sockets and tcp:// on this machine");
    }

    private static EngineAddress tcp(String spelling) {
        try {
            URI uri = new URI(spelling);
            InetAddress host = InetAddress.getByName(uri.getHost() == null ? "" : uri.getHost());
            if (!host.isLoopbackAddress()) {
                throw refused(spelling, "an engine on another machine is reached without encryption that way");
            }
            return new EngineAddress(new InetSocketAddress(host, uri.getPort() < 0 ? 2375 : uri.getPort()), spelling);
        } catch (URISyntaxException | UnknownHostException | IllegalArgumentException e) {
            throw refused(spelling, "it names no host and port");
        }
    }

    private static CupelException refused(String spelling, String why) {
        return new CupelException(
                Fault.ENVIRONMENT,
                "Cannot use the engine address " + Quoted.of(spelling) + ": " + why + ".",
                "Set DOCKER_HOST to unix:///path/of/docker.sock; for a distant engine forward its socket first:"
                        + " ssh -L /run/far.sock:/var/run/docker.sock HOST.");
    }

    @Override
    public String toString() {
        return spelling;
    }
}
