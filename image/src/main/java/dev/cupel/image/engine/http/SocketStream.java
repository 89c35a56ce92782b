package dev.cupel.image.engine.http;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// A connected socket whose reads and writes give up after `idle` without a byte, or when the thread is interrupted. A Unix
/// domain channel has no socket timeout of its own, hence the selector. For one thread at a time.
final class SocketStream implements Closeable {
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Duration idle;

    private SocketStream(SocketChannel channel, Selector selector, Duration idle) throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.idle = idle;
        channel.configureBlocking(false);
        this.key = channel.register(selector, 0);
    }

    static SocketStream connect(SocketAddress address, Duration idle) throws IOException {
        Selector selector = Selector.open();
        try {
            SocketChannel channel = SocketChannel.open(address);
            try {
                return new SocketStream(channel, selector, idle);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            selector.close();
            throw e;
        }
    }

    /// Reads at least one byte; -1 at the end.
    int read(ByteBuffer into) throws IOException {
        int count = channel.read(into);
        while (count == 0) {
            await(SelectionKey.OP_READ);
            count = channel.read(into);
        }
        return count;
    }

    void write(ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            if (writeSome(from) == 0) {
                await(SelectionKey.OP_WRITE);
            }
        }
    }

    private int writeSome(ByteBuffer from) throws PeerStoppedReading {
        try {
            return channel.write(from);
        } catch (IOException e) {
            throw new PeerStoppedReading(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }

    private void await(int operation) throws IOException {
        key.interestOps(operation);
        int ready = selector.select(Math.max(1, idle.toMillis()));
        if (Thread.currentThread().isInterrupted()) {
            close();
            throw new ClosedByInterruptException();
        }
        if (!key.isValid()) {
            throw new EOFException("the connection was closed while it was waited for");
        }
        if (ready == 0) {
            throw new SocketTimeoutException("no byte for " + idle.toSeconds() + " seconds");
        }
        selector.selectedKeys().clear();
    }
}
