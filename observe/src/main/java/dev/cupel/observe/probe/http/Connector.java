package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/// Opens connections to the loopback of the network that the calling thread is in.
final class Connector {
    private static final int SOCKET_BUFFER = 32 << 10;
    private final Duration patience;
    private Optional<SSLSocketFactory> tls = Optional.empty();

    Connector(Duration patience) {
        this.patience = patience;
    }

    /// A connected socket, closed by closing this.
    record Connection(Socket socket, InputStream in, OutputStream out) implements AutoCloseable {
        /// Sends without waiting for a server that does not read: it may answer before it has read everything (413), and
        /// closing the connection ends the sending.
        Sending send(byte[] bytes) {
            Sending sending = new Sending(out, bytes);
            if (bytes.length <= SOCKET_BUFFER) {
                sending.run();
            } else {
                Thread.startVirtualThread(sending);
            }
            return sending;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    Connection open(Origin origin) throws IOException {
        Socket socket = connected(origin.port());
        try {
            Socket usable = origin.tls() ? secured(socket, origin.port()) : socket;
            return new Connection(usable, usable.getInputStream(), usable.getOutputStream());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Socket connected(int port) throws IOException {
        try {
            return connected("127.0.0.1", port);
        } catch (IOException refused) {
            try {
                return connected("::1", port);
            } catch (IOException alsoRefused) {
                refused.addSuppressed(alsoRefused);
                throw refused;
            }
        }
    }

    private Socket connected(String address, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), port), (int) patience.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    // Made on first use: loading the JDK's TLS takes longer than a hundred plain requests.
    private Socket secured(Socket socket, int port) throws IOException {
        try {
            if (tls.isEmpty()) {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {new AcceptAnyCertificate()}, new SecureRandom());
                tls = Optional.of(context.getSocketFactory());
            }
            return tls.get().createSocket(socket, "localhost", port, true);
        } catch (GeneralSecurityException e) {
            throw new IOException("this JDK cannot speak TLS", e);
        }
    }
}
