package dev.cupel.observe.journal;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Where one program works: a directory for everything it makes, and the journal of what lives outside that directory. Closing
/// takes everything away; closing from another thread (Ctrl-C) waits for the thing being made and lets no further one begin.
public final class Workplace implements AutoCloseable {
    static final String JOURNAL = "journal";
    private static final int MOST_TRIES = 100;

    private final Path directory;
    private final Consumer<Workplace> onClosed;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Leftover> made = new ArrayList<>();
    private boolean closed;

    Workplace(Path directory, Consumer<Workplace> onClosed) {
        this.directory = directory;
        this.onClosed = onClosed;
    }

    /// The directory; it is gone when the workplace is closed.
    public Path directory() {
        return directory;
    }

    /// A new directory in it, named after its purpose.
    public Path folder(String purpose) throws IOException {
        return Files.createDirectory(directory.resolve(purpose + "-" + numbers.incrementAndGet()));
    }

    /// Writes down what is going to be made, then makes it. Closing waits until it is made.
    public <T> T make(Leftover leftover, Making<T> making) throws IOException {
        synchronized (made) {
            note(leftover);
            return making.call();
        }
    }

    /// Writes down what is going to be made by something that takes long and may be cut short.
    public void note(Leftover leftover) throws IOException {
        synchronized (made) {
            if (closed) {
                throw new IOException("the run is being ended; nothing more is started");
            }
            Files.writeString(
                    directory.resolve(JOURNAL),
                    leftover.line() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            made.add(leftover);
        }
    }

    /// Takes one thing away before its time.
    public void unmake(Leftover leftover) throws IOException {
        synchronized (made) {
            if (made.contains(leftover)) {
                leftover.clean();
                made.remove(leftover);
            }
        }
    }

    /// Strikes off one thing that went away by itself.
    public void forget(Leftover leftover) {
        synchronized (made) {
            made.remove(leftover);
        }
    }

    /// Takes everything away, last made first. What resists does not stop the rest; it stays in the journal for the next start.
    @Override
    public void close() throws IOException {
        synchronized (made) {
            if (closed) {
                return;
            }
            closed = true;
            Undisturbed.run(this::takeAway);
        }
        onClosed.accept(this);
    }

    /// Threads of this program that just learn of the end may still be writing into the directory.
    private void takeAway() throws IOException {
        new Cleaning(made).run();
        for (int left = MOST_TRIES; ; left--) {
            try {
                RemovedTree.of(directory);
                return;
            } catch (DirectoryNotEmptyException e) {
                if (left == 0) {
                    throw e;
                }
                Waited.milliseconds(20);
            }
        }
    }

    /// What makes a thing.
    public interface Making<T> extends Callable<T> {
        @Override
        T call() throws IOException;
    }
}
