package dev.cupel.observe.probe.protocol;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/// One TCP connection to the container's loopback, with a time limit for each read and a size limit for each piece.
public final class Wire implements AutoCloseable {
    private static final int LONGEST_LINE = 64 << 10;
    private static final int LARGEST_PIECE = 4 << 20;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /// Connects over IPv4, else over IPv6; `patience` is for the connection and for each read.
    public static Wire connect(int port, Duration patience) throws IOException {
        try {
            return connect("127.0.0.1", port, patience);
        } catch (IOException refused) {
            try {
                return connect("::1", port, patience);
            } catch (IOException alsoRefused) {
                refused.addSuppressed(alsoRefused);
                throw refused;
            }
        }
    }

    private static Wire connect(String address, int port, Duration patience) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), port), (int) patience.toMillis());
            return new Wire(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// From now on each read waits at most this long.
    void patience(Duration limit) throws IOException {
        socket.setSoTimeout((int) limit.toMillis());
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /// One line without its end.
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the service hung up");
            }
            if (line.size() >= LONGEST_LINE) {
                throw new MalformedReply("a line is longer than " + LONGEST_LINE + " bytes");
            }
            line.write(c);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /// Exactly so many bytes.
    byte[] bytes(long count) throws IOException {
        if (count < 0 || count > LARGEST_PIECE) {
            throw new MalformedReply("a piece of " + count + " bytes is announced; a probe reads at most " + LARGEST_PIECE);
        }
        byte[] read = in.readNBytes((int) count);
        if (read.length < count) {
            throw new EOFException("the service hung up after " + read.length + " of " + count + " bytes");
        }
        return read;
    }

    /// What is there now or arrives first: 1 to `most` bytes, none at the end of the stream or when nothing comes in time.
    byte[] some(int most) throws IOException {
        byte[] buffer = new byte[most];
        int count;
        try {
            count = in.read(buffer);
        } catch (SocketTimeoutException e) {
            return new byte[0];
        }
        return count <= 0 ? new byte[0] : Arrays.copyOf(buffer, count);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
