package dev.cupel.linux.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@Needs(Provision.ROOT)
class NetworkNamespaceTest {
    @Test
    void an_unconnected_network_has_no_way_to_a_server_of_this_host() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                NetworkNamespace nowhere = NetworkNamespace.unconnected()) {
            int port = server.getLocalPort();

            assertThatThrownBy(() -> nowhere.call(() -> new Socket(InetAddress.getLoopbackAddress(), port)))
                    .isInstanceOf(SocketException.class);
            try (Socket here = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(here.isConnected()).isTrue();
            }
        }
    }

    @Test
    void a_silenced_network_has_a_loopback_interface_that_is_down() throws Exception {
        try (NetworkNamespace network = NetworkNamespace.unconnected()) {
            network.silence();

            boolean up = network.call(() -> NetworkInterface.getByName("lo").isUp());
            assertThat(up).isFalse();
        }
    }

    @Test
    void the_namespace_of_this_process_is_the_one_it_acts_in() throws Exception {
        try (NetworkNamespace own = NetworkNamespace.of((int) ProcessHandle.current().pid())) {
            String seen = own.call(() -> Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")).toString());

            assertThat(seen).isEqualTo(Files.readSymbolicLink(Path.of("/proc/self/ns/net")).toString());
        }
    }
}
